import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('kaggle', {
  found: [
    ['a.py', 'kagglehub.model_download("⟦google/gemma-2/transformers/gemma-2-2b-it/2|kaggle⟧")'],
    ['a.md', 'https://www.kaggle.com/models/⟦google/gemma/keras/gemma_2b_en|kaggle⟧'],
  ],
  spelled: {
    'google/gemma-2/transformers/gemma-2-2b-it/2': 'google/gemma-2-2b-it',
  },
});
