my @models = qw(gpt-4o gpt-4o-mini);
