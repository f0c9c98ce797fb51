// SPDX-License-Identifier: Apache-2.0

using System.Net;

namespace Rapporteur.Fetching;

/// <summary>How addresses are fetched, and within which limits.</summary>
public sealed record FetchOptions
{
    /// <summary>Whether addresses of private networks and of this machine may be asked.</summary>
    public bool AllowPrivate { get; init; }

    /// <summary>Time for one answer, from the request to its last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Bytes of one answer, expanded.</summary>
    public int MaxBytes { get; init; } = 64 << 20;

    /// <summary>Redirects that are followed.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Time between two requests to one host.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Finds the addresses of a host.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;
}
