import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('torchvision', {
  found: [['a.py', 'torchvision.models.get_model("⟦resnet50|torchvision⟧")']],
  spelled: {
    'ResNet50_Weights.IMAGENET1K_V2': 'torchvision:ResNet50',
  },
});
