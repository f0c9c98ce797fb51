// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Training;

return args switch
{
    ["patterns", var articles] => PatternCounter.Run(articles, Console.Out),
    ["attributions", var articles, var folder] => AttributionWriter.Run(articles, folder),
    ["confidence", var articles] => ConfidenceFitter.Run(articles, Console.Out),
    ["gazetteer", var list, var folder, var version] => GazetteerWriter.Run(list, folder, version),
    ["places", var articles] => PlaceFitter.Run(articles, Console.Out),
    ["tokens"] => RawTokens.Run(Console.In, new StreamWriter(Console.OpenStandardOutput())),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Trains and calibrates what Rapporteur reads with; not shipped.

          patterns ARTICLES.jsonl    counts how often each pattern of lexicons/en/statements/patterns.tsv is right
                                     (ARTICLES: one object a line with text and attributions, as PolNeAR's train part)
          attributions ARTICLES.jsonl FOLDER
                                     writes what training/statements/train.py learns from
          confidence ARTICLES.jsonl  fits lexicons/en/statements/confidence.tsv, and prints how reliable it is
          gazetteer LIST FOLDER VERSION
                                     packs GeoNames' cities500.txt into gazetteer.weights and gazetteer.json (models/en/GAZETTEER.md)
          places ARTICLES.jsonl      tries other weights of the resolver of places (one object a line with text and places)
          tokens < TEXT > TOKENS     cuts raw text, a paragraph a line, into words with a space between them
                                     and sentences with a tab between them
        """);
    return 2;
}
