<?php
use App\Models\Mistral;
use OpenAI\Laravel\Facades\OpenAI;

Route::get('/models/{model}', [ModelController::class, 'show'])->name('models/show');
$type = 'text/plain';
$date = date('Y/m/d');
$model = new Mistral(['name' => 'Provence', 'speed' => '90 km/h']);
$car = ['model' => 'C-Class', 'maker' => 'Mercedes'];
echo "Total: {$n}/{$m}\n";
