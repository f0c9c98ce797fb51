// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Records;

/// <summary>Finds the actor that the source of a statement names: whose mention it is, or whose mention heads it.</summary>
internal sealed class SourceActors
{
    private readonly Document document;
    private readonly Dictionary<TextSpan, int> bySpan = [];

    public SourceActors(Document document)
    {
        this.document = document;
        if (document.Statements.Count == 0) return;
        for (int a = 0; a < document.Actors.Count; a++)
        {
            foreach (Mention mention in document.Actors[a].Mentions) bySpan[mention.Span] = a;
        }
    }

    /// <summary>Index of the actor; null where there is none.</summary>
    public int? Of(TextSpan source)
    {
        if (bySpan.TryGetValue(source, out int actor)) return actor;
        return SourceHead.Of(document, source) is >= 0 and var head && document.Mentions.ActorAt(head) is >= 0 and var found ? found : null;
    }
}
