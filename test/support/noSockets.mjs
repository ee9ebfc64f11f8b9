/**
 * Loaded before a program (`node --import`), it makes every way to the network throw, and says so on standard error: a program that
 * catches the exception is found out all the same.
 */
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import dgram from 'node:dgram';

function forbid(owner, names, what) {
  for (const name of names) {
    owner[name] = () => {
      process.stderr.write(`NETWORK: ${what}.${name}\n`);
      throw new Error(`the network is off limits: ${what}.${name}`);
    };
  }
}

forbid(net, ['connect', 'createConnection'], 'net');
forbid(net.Socket.prototype, ['connect'], 'net.Socket');
forbid(tls, ['connect'], 'tls');
forbid(dgram, ['createSocket'], 'dgram');
forbid(dns, ['lookup', 'resolve', 'resolve4', 'resolve6'], 'dns');
forbid(dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6'], 'dns.promises');
forbid(http, ['request', 'get'], 'http');
forbid(https, ['request', 'get'], 'https');
forbid(http2, ['connect'], 'http2');
forbid(globalThis, ['fetch', 'WebSocket', 'EventSource'], 'globalThis');
