export interface TextSignature {
  readonly license: string;
  /** Words of the title, near the start. Everything is in lower case, with single spaces and plain quotes. */
  readonly title?: string;
  /** Words that stand anywhere. */
  readonly lines: readonly string[];
  /** Words that make it another text. */
  readonly without?: readonly string[];
}

const MIT_GRANT = 'permission is hereby granted, free of charge, to any person obtaining a copy';
const MIT_NOTICE = 'shall be included in all copies or substantial portions of the software';
const BSD_GRANT =
  'redistribution and use in source and binary forms, with or without modification, are permitted';
const BSD_ENDORSE = 'endorse or promote products derived from this software';
const APACHE = 'apache license version 2.0, january 2004';
const LLAMA_700M = 'greater than 700 million monthly active users';
const NONCOMMERCIAL =
  'noncommercial means not primarily intended for or directed towards commercial advantage';

function llama(license: string, version: string): TextSignature {
  return { license, title: `llama ${version} community license agreement`, lines: [LLAMA_700M] };
}

/** The title of a Creative Commons license begins the legal code: `attribution-noncommercial 4.0 international`. */
function creativeCommons(
  license: string,
  elements: string,
  version: string,
  lines: readonly string[] = [],
): TextSignature {
  return { license, title: `${elements} ${version}`, lines: ['creative commons', ...lines] };
}

/**
 * Own titles come before the well-known texts that they are built on. Titles and lines were read in the texts that the license
 * records cite.
 */
export const SIGNATURES: readonly TextSignature[] = [
  // Model licenses with a title of their own
  { license: 'llama1', title: 'llama license agreement', lines: ['non-commercial research'] },
  llama('llama2', '2'),
  llama('llama3', '3'),
  llama('llama3.1', '3.1'),
  llama('llama3.2', '3.2'),
  llama('llama3.3', '3.3'),
  llama('llama4', '4'),
  { license: 'gemma', title: 'gemma terms of use', lines: ['gemma prohibited use policy'] },
  {
    license: 'health-ai-developer-foundations',
    title: 'health ai developer foundations',
    lines: ['hai-def'],
  },
  {
    license: 'bigscience-bloom-rail-1.0',
    title: 'bigscience rail license v1.0',
    lines: ['use restrictions'],
  },
  { license: 'bigscience-openrail-m', title: 'bigscience open rail-m', lines: ['use restrictions'] },
  { license: 'openrail++', title: 'creativeml open rail++-m', lines: ['use-based restrictions'] },
  { license: 'creativeml-openrail-m', title: 'creativeml open rail-m', lines: ['use-based restrictions'] },
  { license: 'bigcode-openrail-m', title: 'bigcode open rail-m', lines: ['use restrictions'] },
  { license: 'deepseek-license-1.0', title: 'deepseek license agreement', lines: ['use-based restrictions'] },
  { license: 'faipl-1.0-sd', title: 'fair ai public license 1.0-sd', lines: [] },
  { license: 'faipl-1.0', title: 'fair ai public license 1.0', lines: [] },
  { license: 'tongyi-qianwen-research', title: 'tongyi qianwen research license agreement', lines: [] },
  {
    license: 'tongyi-qianwen',
    title: 'tongyi qianwen license agreement',
    lines: ['100 million monthly active users'],
  },
  { license: 'qwen-research', title: 'qwen research license agreement', lines: [] },
  { license: 'qwen', title: 'qwen license agreement', lines: ['100 million monthly active users'] },
  { license: 'mrl-0.1', title: 'mistral ai research license', lines: ['research purposes'] },
  { license: 'mnpl-0.1', title: 'mistral ai non-production license', lines: ['non-production environment'] },
  {
    license: 'stabilityai-community',
    title: 'stability ai community license agreement',
    lines: ['$1,000,000'],
  },
  {
    license: 'stabilityai-nc-research-community',
    title: 'stability ai non-commercial research community license agreement',
    lines: [],
  },
  {
    license: 'stability-svd-nc',
    title: 'stable video diffusion non-commercial community license agreement',
    lines: [],
  },
  {
    license: 'japanese-stablelm-research',
    title: 'japanese stablelm research license agreement',
    lines: [],
  },
  { license: 'sdxl-0.9-research', title: 'sdxl 0.9 research license', lines: [] },
  { license: 'flux-1-dev-nc', title: 'flux.1 [dev] non-commercial license', lines: ['black forest labs'] },
  { license: 'flux-nc-2', title: 'flux [dev] non-commercial license', lines: ['black forest labs'] },
  { license: 'nvidia-nemotron-open-model-license', title: 'nvidia nemotron open model license', lines: [] },
  { license: 'nvidia-open-model-license', title: 'nvidia open model license agreement', lines: [] },
  {
    license: 'nvidia-source-code-license-nc',
    title: 'nvidia source code license',
    lines: ['non-commercially'],
  },
  { license: 'falcon-2-11b', title: 'falcon 2 11b tii license', lines: [] },
  {
    license: 'falcon-llm-license-2.0',
    title: 'tii falcon license',
    lines: ['built using artificial intelligence technology from the technology innovation institute'],
  },
  { license: 'falcon-180b', title: 'falcon 180b tii license', lines: [] },
  { license: 'exaone-1.1-nc', title: 'exaone ai model license agreement 1.1 - nc', lines: [] },
  { license: 'exaone-1.2-nc', title: 'exaone ai model license agreement 1.2 - nc', lines: [] },
  { license: 'hyperclovax-seed', title: 'hyperclova x seed model license agreement', lines: [] },
  {
    license: 'tencent-hunyuan3d-2.1',
    title: 'tencent hunyuan 3d 2.1 community license agreement',
    lines: [],
  },
  {
    license: 'tencent-hunyuan3d-2.0',
    title: 'tencent hunyuan 3d 2.0 community license agreement',
    lines: [],
  },
  { license: 'tencent-hy-community', title: 'tencent hy community license agreement', lines: [] },
  {
    license: 'tencent-hunyuan-community-2025-10',
    title: 'tencent hunyuan community license agreement',
    lines: [
      'european union, united kingdom and south korea',
      'full legal name and entity of the actual provider',
    ],
  },
  {
    license: 'tencent-hunyuan-community',
    title: 'tencent hunyuan',
    lines: ['community license agreement', 'european union, united kingdom and south korea'],
  },
  {
    license: 'tencent-hunyuan-dit',
    title: 'tencent hunyuan community license agreement',
    lines: ['does not apply in the european union and is expressly limited'],
  },
  {
    license: 'tencent-youtu-vl',
    lines: [MIT_GRANT, 'youtu-vl is not intended for use within the european union'],
  },
  {
    license: 'tencent-depthcrafter',
    lines: [MIT_GRANT, 'use the depthcrafter only for academic, research and education purposes'],
  },
  { license: 'minimax-model-license', title: 'minimax model license', lines: [] },
  { license: 'fair-noncommercial-research-license', title: 'fair noncommercial research license', lines: [] },
  { license: 'chameleon-research', title: 'chameleon research license', lines: [] },
  { license: 'seamless-license', title: 'seamless licensing agreement', lines: [] },
  { license: 'sam-license', title: 'sam license', lines: ['sam materials'] },
  { license: 'dinov3-license', title: 'dinov3 license', lines: ['dino materials'] },
  { license: 'apple-amlr', title: 'apple machine learning research model', lines: ['research purposes'] },
  { license: 'sarashina-nc', title: 'sarashina model noncommercial license agreement', lines: [] },
  { license: 'intel-research', title: 'intel research use license agreement', lines: [] },
  { license: 'microsoft-research-license', title: 'microsoft research license terms', lines: [] },
  { license: 'lfm-open-1.0', title: 'lfm open license', lines: ['commercial use limitation'] },
  { license: 'dbrx', title: 'databricks open model license', lines: [] },
  { license: 'kolors', title: 'kolors', lines: ['300 million'] },
  { license: 'ltxv-open-weights', title: 'ltxv open weights license', lines: [] },
  { license: 'ltx-2.x-community', title: 'ltx-2', lines: ['community license agreement', 'lightricks'] },
  { license: 'playground-v2-community', title: 'playground v2 community license', lines: [] },
  { license: 'bilibili-indextts2', title: 'bilibili model use license agreement', lines: [] },
  { license: 'fish-audio-research', title: 'fish audio research license', lines: [] },
  { license: 'cpml-1.0', title: 'coqui public model license', lines: [] },
  { license: 'openmdw-1.1', title: 'openmdw license agreement, version 1.1', lines: [] },
  { license: 'openmdw-1.0', title: 'openmdw license agreement, version 1.0', lines: [] },
  { license: 'openatom-model-1.0', title: 'openatom model license', lines: [] },
  // The MIT text with a paragraph of its own
  { license: 'kimi-k2-modified-mit', lines: [MIT_GRANT, 'display "kimi k2" on the user interface'] },
  { license: 'minimax-m2.5-modified-mit', lines: [MIT_GRANT, '"minimax m2.5"'] },
  { license: 'minimax-m2-modified-mit', lines: [MIT_GRANT, '"minimax m2"'] },
  { license: 'modified-mit', title: 'modified mit', lines: [MIT_GRANT] },
  // Well-known texts
  {
    license: 'apache-2.0',
    lines: [APACHE, 'grant of copyright license', 'grant of patent license'],
    without: ['commercial use limitation', 'acceptable use policy', 'lfm open license'],
  },
  {
    license: 'agpl-3.0',
    title: 'gnu affero general public license',
    lines: ['version 3', 'remote network interaction'],
  },
  { license: 'lgpl-3.0', title: 'gnu lesser general public license version 3', lines: [] },
  { license: 'lgpl-2.1', title: 'gnu lesser general public license version 2.1', lines: [] },
  { license: 'gpl-3.0', title: 'gnu general public license version 3', lines: [] },
  { license: 'gpl-2.0', title: 'gnu general public license version 2', lines: [] },
  { license: 'mpl-2.0', title: 'mozilla public license version 2.0', lines: [] },
  { license: 'epl-2.0', title: 'eclipse public license - v 2.0', lines: [] },
  { license: 'eupl-1.2', title: 'european union public license v. 1.2', lines: [] },
  creativeCommons('cc-by-nc-sa-4.0', 'attribution-noncommercial-sharealike', '4.0 international', [
    NONCOMMERCIAL,
  ]),
  creativeCommons('cc-by-nc-nd-4.0', 'attribution-noncommercial-noderivatives', '4.0 international', [
    NONCOMMERCIAL,
  ]),
  creativeCommons('cc-by-nc-4.0', 'attribution-noncommercial', '4.0 international', [NONCOMMERCIAL]),
  creativeCommons('cc-by-sa-4.0', 'attribution-sharealike', '4.0 international'),
  creativeCommons('cc-by-nd-4.0', 'attribution-noderivatives', '4.0 international'),
  creativeCommons('cc-by-4.0', 'attribution', '4.0 international'),
  { license: 'cc0-1.0', title: 'cc0 1.0 universal', lines: [] },
  { license: 'unlicense', lines: ['this is free and unencumbered software released into the public domain'] },
  { license: 'bsl-1.0', title: 'boost software license - version 1.0', lines: [] },
  {
    license: 'bsd-3-clause-clear',
    lines: [BSD_GRANT, BSD_ENDORSE, "no express or implied licenses to any party's patent rights"],
  },
  {
    license: 'bsd-3-clause',
    lines: [BSD_GRANT, BSD_ENDORSE],
    without: ['all advertising materials', 'non-commercial', 'noncommercial'],
  },
  {
    license: 'bsd-2-clause',
    lines: [BSD_GRANT],
    without: [BSD_ENDORSE, 'all advertising materials', 'non-commercial', 'noncommercial'],
  },
  {
    license: 'isc',
    lines: [
      'permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted',
    ],
  },
  {
    license: 'mit',
    lines: [MIT_GRANT, MIT_NOTICE],
    without: ['modification', 'non-commercial', 'noncommercial', 'monthly active users', 'revenue'],
  },
];
