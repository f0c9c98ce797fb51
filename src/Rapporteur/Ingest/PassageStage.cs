// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Ingest;

/// <summary>Finds the passages of a report, what each of them is, and its language; lists those that are not read.</summary>
public sealed class PassageStage : IStage
{
    /// <summary>The one language that is read.</summary>
    private const string Read = "en";

    private const int FewestLettersForMain = 40;

    /// <inheritdoc/>
    public Layers Reads => Layers.None;

    /// <inheritdoc/>
    public Layers Writes => Layers.Passages;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        context.Cancellation.ThrowIfCancellationRequested();
        List<RawPassage> found = PassageFinder.Find(document.Text, document.Options);
        PassageKind[] kinds = PassageClassifier.Classify(document.Text, found, document.Options.Title, context);
        string? main = MainLanguage(document.Text, found);
        var passages = new Passage[found.Count];
        List<UnreadPart> unread = [];
        for (int i = 0; i < passages.Length; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            string language = LanguageIdentifier.Of(document.Text, found[i].Span, main);
            passages[i] = new(found[i].Span, IsForeignPost(document.Text, found[i], kinds[i], language, main) ? PassageKind.SocialPost : kinds[i], language);
            if (UnreadIn(document.Options.Unread, found[i].Span) is { } why) unread.Add(new(found[i].Span, why));
            else if (language is not (Read or LanguageIdentifier.Unknown)) unread.Add(new(found[i].Span, $"language {language} is not read"));
            if (context.Trace.Enabled) context.Trace.Add("language", found[i].Span, language, kept: language == Read);
        }

        document.Passages.Fill(passages);
        document.Unread.Fill([.. unread]);
    }

    /// <summary>Why the input says that a passage is not to be read, or null.</summary>
    private static string? UnreadIn(IReadOnlyList<UnreadPart> parts, TextSpan passage)
    {
        foreach (UnreadPart part in parts)
        {
            if (part.Span.Overlaps(passage)) return part.Why;
        }

        return null;
    }

    /// <summary>The language of most of the longer passages, or null.</summary>
    private static string? MainLanguage(string text, List<RawPassage> passages)
    {
        Dictionary<string, int> letters = [];
        int looked = 0;
        foreach (RawPassage passage in passages)
        {
            if (passage.Span.Length < FewestLettersForMain) continue;
            string language = LanguageIdentifier.Of(text, passage.Span, null);
            if (language != LanguageIdentifier.Unknown) letters[language] = letters.GetValueOrDefault(language) + Math.Min(passage.Span.Length, 1000);
            if (++looked >= 12) break;
        }

        return letters.Count == 0 ? null : letters.MaxBy(l => (l.Value, l.Key)).Key;
    }

    /// <summary>A short paragraph in another language than the report's that begins as posts do, with a sign or a tag.</summary>
    private static bool IsForeignPost(string text, RawPassage passage, PassageKind kind, string language, string? main)
        => kind == PassageKind.Paragraph && main is not null && language != main && passage.Span.Length < 600
            && (char.IsSurrogate(text[passage.Span.Start]) || text[passage.Span.Start] is '#' or '@');
}
