from pywhispercpp.model import Model
model = Model('base.en', n_threads=6)
