<?php
$client = OpenAI::factory()->withBaseUri('http://localhost:8080/v1')->make();
$reply = $client->chat()->create([
    'model' => 'phi3:mini',
    'messages' => [['role' => 'user', 'content' => 'hi']],
]);
