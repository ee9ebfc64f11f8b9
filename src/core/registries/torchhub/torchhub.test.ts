import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('torchhub', {
  found: [['a.py', 'm = torch.hub.load("ultralytics/yolov5", "⟦yolov5s|torchhub⟧")']],
  spelled: { 'ultralytics/yolov5:yolov5s': 'torchhub:yolov5s' },
});
