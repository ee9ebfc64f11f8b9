import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('timm', {
  found: [
    ['a.py', 'timm.create_model("⟦resnet50.a1_in1k|timm⟧", pretrained=True)'],
    ['a.py', 'x = "⟦vit_base_patch16_224.augreg_in21k|timm⟧"'],
  ],
  spelled: {
    'hf-hub:timm/resnet50.a1_in1k': 'huggingface:timm/resnet50.a1_in1k',
  },
});
