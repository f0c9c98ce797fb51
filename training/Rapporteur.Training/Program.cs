// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Training;

return args switch
{
    ["patterns", var articles] => PatternCounter.Run(articles, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Trains and calibrates what Rapporteur reads with; not shipped.

          patterns ARTICLES.jsonl    counts how often each pattern of lexicons/en/statements/patterns.tsv is right
                                     (ARTICLES: one object a line with text and attributions, as PolNeAR's train part)
        """);
    return 2;
}
