// SPDX-License-Identifier: Apache-2.0

using System.Net;

namespace Rapporteur.Web.Serving;

/// <summary>What the page is served with.</summary>
public sealed record ServeOptions
{
    /// <summary>The port that is used where none is named.</summary>
    public const int DefaultPort = 8420;

    /// <summary>Where the record is; it is made if there is none.</summary>
    public required string Record { get; init; }

    /// <summary>Address to listen on; null for this machine alone.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>Port; 0 for any that is free.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>PEM file with the certificate, or null to go without TLS.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file with the certificate's key.</summary>
    public string? Key { get; init; }

    /// <summary>Whether to make a new token, so that the one of before no longer opens the page.</summary>
    public bool RenewsToken { get; init; }

    /// <summary>Whether an address that a person gives may be one of a private network or of this machine.</summary>
    public bool AllowsPrivate { get; init; }

    /// <summary>Told what a person should know: the address, the token, errors.</summary>
    public required Action<string> Note { get; init; }

    /// <summary>Tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether only this machine can reach the page.</summary>
    public bool IsLoopback => Address is null || IPAddress.IsLoopback(Address);
}
