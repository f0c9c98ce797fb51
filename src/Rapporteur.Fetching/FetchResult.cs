// SPDX-License-Identifier: Apache-2.0

namespace Rapporteur.Fetching;

/// <summary>What came of asking for an address.</summary>
public abstract record FetchResult
{
    /// <summary>An answer.</summary>
    /// <param name="Address">Where it came from, after redirects.</param>
    /// <param name="Body">Its bytes, expanded.</param>
    /// <param name="Charset">The charset that it came with, or null.</param>
    /// <param name="ETag">By which the server tells whether it is still the same, or null.</param>
    /// <param name="LastModified">The same by time, as the server wrote it, or null.</param>
    public sealed record Fetched(Uri Address, byte[] Body, string? Charset, string? ETag, string? LastModified) : FetchResult;

    /// <summary>It is still what it was.</summary>
    public sealed record Unchanged : FetchResult;

    /// <summary>There is none.</summary>
    /// <param name="Reason">Why, in one line.</param>
    /// <param name="Status">What the server answered, if it did.</param>
    public sealed record Failed(string Reason, int? Status = null) : FetchResult;
}
