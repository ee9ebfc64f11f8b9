python train.py --model_name_or_path meta-llama/Llama-3.2-1B --num_train_epochs 3 --learning_rate 2e-5
