// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Documents;

namespace Rapporteur.Provenance;

/// <summary>Finds how the words reached the page: republication named by an editor's note, and posts shown whole.</summary>
public sealed class ProvenanceStage : IStage
{
    /// <inheritdoc/>
    public Layers Reads => Layers.Passages | Layers.Origin;

    /// <inheritdoc/>
    public Layers Writes => Layers.Provenance;

    /// <inheritdoc/>
    public void Run(Document document, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<ProvenanceLink> links = [];
        string? first = document.Origin.FirstPublishedBy;
        foreach (Passage passage in document.Passages)
        {
            ProvenanceLink? link = passage.Kind switch
            {
                PassageKind.EditorNote when first is not null && passage.Span.In(document.Text).Contains(first, StringComparison.Ordinal)
                    => new(ProvenanceKind.RepublishedFrom, passage.Span, first, null),
                PassageKind.SocialPost => new(ProvenanceKind.SocialPost, passage.Span, Platform(passage.Span.In(document.Text)), null),
                _ => null,
            };
            if (link is null) continue;
            links.Add(link);
            if (context.Trace.Enabled) context.Trace.Add("provenance", link.Span, $"passage:{passage.Kind}", note: link.Outlet ?? "");
        }

        document.Provenance.Fill([.. links]);
    }

    /// <summary>The platform that a post's own links name.</summary>
    private static string? Platform(ReadOnlySpan<char> post)
        => post.Contains("twitter.com/", StringComparison.OrdinalIgnoreCase) || post.Contains("//t.co/", StringComparison.OrdinalIgnoreCase) ? "Twitter"
            : post.Contains("//x.com/", StringComparison.OrdinalIgnoreCase) ? "X"
            : post.Contains("facebook.com/", StringComparison.OrdinalIgnoreCase) ? "Facebook"
            : post.Contains("instagram.com/", StringComparison.OrdinalIgnoreCase) ? "Instagram"
            : post.Contains("t.me/", StringComparison.OrdinalIgnoreCase) ? "Telegram"
            : null;
}
