import joblib
import xgboost as xgb
from sklearn.ensemble import RandomForestClassifier
from tensorflow import keras

model = joblib.load("artifacts/churn/rf-2024-03.joblib")
booster = xgb.Booster(model_file="artifacts/churn/xgb.json")
net = keras.models.load_model("artifacts/churn/net.keras")
MODEL_NAME = "churn-classifier"
model_name = "random_forest"
registry = "models:/churn-classifier/Production"
clf = RandomForestClassifier(n_estimators=300, random_state=7)
experiment = "fraud/2024-q1"
