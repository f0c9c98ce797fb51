// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Documents;

/// <summary>For each token the name that it is part of.</summary>
internal sealed class NameIndex
{
    private readonly int[] nameAt;

    /// <summary>Indexes the names of a document.</summary>
    public NameIndex(Document document)
    {
        nameAt = new int[document.Tokens.Count];
        nameAt.AsSpan().Fill(-1);
        ReadOnlySpan<Name> names = document.Names.AsSpan();
        for (int n = 0; n < names.Length; n++) nameAt.AsSpan(names[n].Tokens.First, names[n].Tokens.Count).Fill(n);
    }

    /// <summary>Number of the name that a token is part of; −1 if it is part of none.</summary>
    public int NameAt(int token) => nameAt[token];
}
