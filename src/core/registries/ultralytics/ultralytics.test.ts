import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('ultralytics', {
  found: [['a.py', 'm = YOLO("⟦yolov8n.pt|ultralytics⟧")']],
  spelled: {
    'yolov8n-seg.onnx': 'ultralytics:yolov8n',
  },
});
