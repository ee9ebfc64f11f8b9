import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('oci', {
  found: [
    ['a.py', 'ChatOCIGenAI(model_id="⟦xai.grok-4|oci⟧")'],
    ['a.yaml', 'model: ⟦oci/xai.grok-3-mini|oci⟧'],
    ['a.yaml', 'model: ⟦oci/meta.llama-3.3-70b-instruct|oci⟧'],
  ],
  spelled: {
    'oci/meta.llama-3.3-70b-instruct': 'meta/llama-3.3-70b-instruct',
    'xai.grok-4': 'xai/grok-4',
  },
});
