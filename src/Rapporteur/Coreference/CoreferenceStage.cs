// SPDX-License-Identifier: Apache-2.0

using System.Buffers;
using Rapporteur.Documents;
using Rapporteur.Lexicons;

namespace Rapporteur.Coreference;

/// <summary>Finds who is meant: groups names, descriptions and pronouns into actors.</summary>
public sealed class CoreferenceStage : IStage
{
    private readonly ActorLexicon lexicon;
    private readonly CoreferenceWords words = CoreferenceWords.Default;

    /// <summary>A stage that knows the actors of the lexicons that ship.</summary>
    public CoreferenceStage()
        : this(ActorLexicon.Default)
    {
    }

    /// <summary>A stage that knows other actors, such as a user's.</summary>
    internal CoreferenceStage(ActorLexicon lexicon) => this.lexicon = lexicon;

    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Origin | Layers.Sentences | Layers.Tokens | Layers.Tags | Layers.Trees | Layers.Names | Layers.Statements;

    /// <inheritdoc/>
    public Layers Writes => Layers.Actors;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        context.Cancellation.ThrowIfCancellationRequested();
        DateOnly? on = document.Origin.AnchorDay;
        PhraseTree phrases = document.Phrases;
        var pool = new WordPool(document.Tags);
        List<Candidate> mentions = new MentionFinder(document, phrases, pool, words, lexicon).Find(context.Cancellation);
        Candidate?[] sources = FindSources(document, mentions);
        MarkQuotations(document, mentions);
        List<Entity> entities = new ActorGrouping(document, mentions, phrases, pool, words, lexicon, on, context.Trace).Group(sources, context.Cancellation);
        foreach (Candidate? source in sources)
        {
            if (source?.Entity is { } entity) entity.IsSource = true;
        }

        document.Actors.Fill(new ActorMaker(document, lexicon, on).Make(entities));
    }

    /// <summary>For each statement the mention that is its source, or heads it.</summary>
    private static Candidate?[] FindSources(Document document, List<Candidate> mentions)
    {
        var sources = new Candidate?[document.Statements.Count];
        int[] byHead = ArrayPool<int>.Shared.Rent(document.Tokens.Count);
        byHead.AsSpan(0, document.Tokens.Count).Clear();
        for (int i = mentions.Count - 1; i >= 0; i--) byHead[mentions[i].Head] = i + 1;
        for (int s = 0; s < sources.Length; s++)
        {
            if (document.Statements[s].Source is not { } source) continue;
            if (SourceHead.Of(document, source) is >= 0 and var chief && byHead[chief] > 0)
            {
                sources[s] = mentions[byHead[chief] - 1];
                continue;
            }

            TokenRange range = document.Tokens.RangeOf(source);
            for (int t = range.First; t < range.End; t++)
            {
                int head = document.Trees.HeadOf(t);
                if (byHead[t] == 0 || (head >= range.First && head < range.End && sources[s] is not null)) continue;
                if (sources[s] is null || head < range.First || head >= range.End) sources[s] = mentions[byHead[t] - 1];
                if (head < range.First || head >= range.End) break;
            }
        }

        ArrayPool<int>.Shared.Return(byHead);
        return sources;
    }

    /// <summary>Notes in which direct quotation a mention stands.</summary>
    private static void MarkQuotations(Document document, List<Candidate> mentions)
    {
        for (int s = 0; s < document.Statements.Count; s++)
        {
            Statement statement = document.Statements[s];
            if (statement.Quotation == QuotationKind.Indirect) continue;
            foreach (TextSpan part in statement.Content)
            {
                TokenRange range = document.Tokens.RangeOf(part);
                for (int i = FirstAt(mentions, range.First); i < mentions.Count && mentions[i].Range.First < range.End; i++)
                {
                    if (mentions[i].Head < range.End && (statement.Quotation == QuotationKind.Direct || IsBetweenMarks(document, range, mentions[i].Head))) mentions[i].Quotation = s;
                }
            }
        }
    }

    /// <summary>Whether a quotation mark opens in the content before the token and closes after it.</summary>
    private static bool IsBetweenMarks(Document document, TokenRange range, int token)
    {
        bool open = false;
        for (int t = range.First; t < token; t++)
        {
            if (document.Tokens.WordOf(t) is ['"' or '“' or '”' or '«' or '»']) open = !open;
        }

        return open;
    }

    private static int FirstAt(List<Candidate> mentions, int token)
    {
        int low = 0, high = mentions.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (mentions[middle].Range.First < token) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
