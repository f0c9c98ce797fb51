// SPDX-License-Identifier: Apache-2.0

using System.Collections.Frozen;
using System.Globalization;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Figures;

/// <summary>What a word does in a number; as <c>numbers.tsv</c> tells.</summary>
internal enum NumberClass
{
    /// <summary>"Seven".</summary>
    Ones,

    /// <summary>"Twelve".</summary>
    Teens,

    /// <summary>"Forty".</summary>
    Tens,

    /// <summary>"Hundred".</summary>
    Hundred,

    /// <summary>"Million", "dozen".</summary>
    Magnitude,

    /// <summary>The "bn" of "5bn".</summary>
    Glued,

    /// <summary>"Thousands".</summary>
    Plural,

    /// <summary>The "third" of "a third".</summary>
    Part,

    /// <summary>The "thirds" of "two thirds".</summary>
    Parts,

    /// <summary>"Tenfold".</summary>
    Fold,

    /// <summary>"Doubled".</summary>
    Multiply,

    /// <summary>"Twice".</summary>
    Twice,

    /// <summary>"Several" and "few", before another number word.</summary>
    Some,

    /// <summary>"Couple".</summary>
    Couple,

    /// <summary>"Low" in "low thousands".</summary>
    Degree,

    /// <summary>"Multi-billion".</summary>
    Multi,
}

/// <summary>Which part a word plays beside a number; as <c>words.tsv</c> tells.</summary>
[Flags]
internal enum WordRole
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>"Years": the number tells a time or an age.</summary>
    Time = 1 << 0,

    /// <summary>"May".</summary>
    Month = 1 << 1,

    /// <summary>"Monday".</summary>
    Weekday = 1 << 2,

    /// <summary>"None".</summary>
    Negation = 1 << 3,

    /// <summary>"Cost": its object is the measure of its subject.</summary>
    Measuring = 1 << 4,

    /// <summary>"The".</summary>
    Pointing = 1 << 5,

    /// <summary>"As", in "twice as many".</summary>
    Comparing = 1 << 6,

    /// <summary>"In", in "5 euros in aid".</summary>
    Money = 1 << 7,

    /// <summary>"Aged".</summary>
    Aged = 1 << 8,

    /// <summary>"No", in "no one".</summary>
    No = 1 << 9,

    /// <summary>"Point", in "at one point".</summary>
    Phrase = 1 << 10,

    /// <summary>"Section": a number behind it is its name.</summary>
    Numbered = 1 << 11,
}

/// <summary>A word of a number, and its value.</summary>
internal readonly record struct NumberWord(NumberClass Class, decimal Value);

/// <summary>Money of a kind.</summary>
/// <param name="Code">ISO 4217; null where the word does not tell.</param>
/// <param name="Scale">What one of them is of the unit: a cent is 0.01.</param>
internal sealed record Currency(string? Code, decimal Scale);

/// <summary>What a phrase makes of a number: its bound, and its bound in a negated clause.</summary>
internal sealed record Bound(FigureQualifier Qualifier, FigureQualifier Negated);

/// <summary>The lists of <c>lexicons/en/figures/</c>.</summary>
internal sealed class FigureWords
{
    private readonly Phrases<NumberWord> numbers;
    private readonly FrozenDictionary<string, WordRole>.AlternateLookup<ReadOnlySpan<char>> roles;

    /// <summary>Takes over lists; an error names file and line.</summary>
    public FigureWords(LexiconFile numbers, LexiconFile units, LexiconFile currencies, LexiconFile qualifiers, LexiconFile words)
    {
        this.numbers = Phrases<NumberWord>.Read(numbers.Rows, "word", static r => new(r.Label<NumberClass>("class"), Number(r, "value")));
        Units = Phrases<FigureUnit>.Read(units.Rows, "forms", static r => r.Label<FigureUnit>("unit"));
        Signs = Phrases<Currency>.Read(Of(currencies, "kind", "sign"), "forms", MoneyOf);
        Codes = Phrases<Currency>.Read(Of(currencies, "kind", "code"), "forms", MoneyOf);
        CurrencyNames = Phrases<Currency>.Read(Of(currencies, "kind", "name"), "forms", MoneyOf);
        Before = Phrases<Bound>.Read(Of(qualifiers, "place", "before"), "words", BoundOf);
        After = Phrases<Bound>.Read(Of(qualifiers, "place", "after"), "words", BoundOf);
        roles = words.WordsBy<WordRole>("class", "words", static (one, other) => one | other, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The lists that ship.</summary>
    public static FigureWords Default { get; } = new(
        LexiconFile.Embedded("en/figures/numbers.tsv", "word", "class", "value", "example"),
        LexiconFile.Embedded("en/figures/units.tsv", "unit", "forms", "example"),
        LexiconFile.Embedded("en/figures/currencies.tsv", "code", "kind", "forms", "scale", "example"),
        LexiconFile.Embedded("en/figures/qualifiers.tsv", "words", "place", "qualifier", "negated", "example"),
        LexiconFile.Embedded("en/figures/words.tsv", "class", "words", "example"));

    /// <summary>What figures are measured in, but for money.</summary>
    public Phrases<FigureUnit> Units { get; }

    /// <summary>"$", "US $".</summary>
    public Phrases<Currency> Signs { get; }

    /// <summary>"CAD".</summary>
    public Phrases<Currency> Codes { get; }

    /// <summary>"Canadian dollars".</summary>
    public Phrases<Currency> CurrencyNames { get; }

    /// <summary>"At least".</summary>
    public Phrases<Bound> Before { get; }

    /// <summary>"Or more".</summary>
    public Phrases<Bound> After { get; }

    /// <summary>A word of a number.</summary>
    public bool TryNumber(ReadOnlySpan<char> word, out NumberWord number) => numbers.TryGet(word, out number);

    /// <summary>Whether a word plays a part.</summary>
    public bool Is(ReadOnlySpan<char> word, WordRole role) => roles.TryGetValue(word, out WordRole found) && (found & role) != 0;

    private static IEnumerable<LexiconRow> Of(LexiconFile file, string column, string value) => file.Rows.Where(r => r[column] == value);

    private static Currency MoneyOf(LexiconRow row) => new(row["code"] is "-" ? null : row["code"], Number(row, "scale"));

    private static Bound BoundOf(LexiconRow row) => new(row.Label<FigureQualifier>("qualifier"), row.Label<FigureQualifier>("negated"));

    private static decimal Number(LexiconRow row, string column)
        => decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) ? value : throw row.Error($"'{row[column]}' is no number");
}
