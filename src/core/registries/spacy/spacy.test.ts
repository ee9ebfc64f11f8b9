import { testRegistry } from '../../../../test/support/registryCases';

testRegistry('spacy', {
  found: [
    ['a.py', 'nlp = spacy.load("⟦en_core_web_sm|spacy⟧")'],
    ['a.sh', 'python -m spacy download ⟦de_core_news_md|spacy⟧'],
  ],
  spelled: {
    'en_core_web_sm-3.7.1': 'spacy:en_core_web_sm',
  },
});
