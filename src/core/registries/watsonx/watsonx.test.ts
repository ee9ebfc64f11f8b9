import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('watsonx', {
  found: [
    ['a.py', 'ChatWatsonx(model_id="⟦meta-llama/llama-3-2-90b-vision-instruct|watsonx⟧")'],
    ['a.yaml', 'model: ⟦watsonx/ibm/granite-3-8b-instruct|watsonx⟧'],
  ],
  spelled: {
    'watsonx/ibm/granite-3-8b-instruct': 'ibm/granite-3-8b-instruct',
  },
});
