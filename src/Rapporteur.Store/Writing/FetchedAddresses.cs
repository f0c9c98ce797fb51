// SPDX-License-Identifier: Apache-2.0

using Dapper;
using Microsoft.Data.Sqlite;

namespace Rapporteur.Store.Writing;

/// <summary>What a server told of an address when it was read last.</summary>
/// <param name="Address">The address.</param>
/// <param name="ETag">By which it tells whether it is still the same, or null.</param>
/// <param name="LastModified">The same by time, or null.</param>
public sealed record FetchedAddress(string Address, string? ETag, string? LastModified);

/// <summary>The addresses that a record was read from. They stand in the record itself, so that whoever deletes it reads them anew.</summary>
/// <param name="file">The record.</param>
/// <param name="version">What reads them: program, models, lexicons, options. What another one read is not known.</param>
public sealed class FetchedAddresses(RecordFile file, string version)
{
    /// <summary>What is known of an address; null if it was not read by this version.</summary>
    /// <exception cref="RecordException">The record is locked or damaged.</exception>
    public FetchedAddress? Find(string address) => file.Guard(() =>
    {
        using SqliteConnection connection = file.Connect();
        return connection.QuerySingleOrDefault<FetchedAddress>("SELECT address, etag, lastModified FROM fetched WHERE address = @address AND version = @version", new { address, version });
    });

    /// <summary>Keeps what servers told. To be called once what stood there is in the record.</summary>
    /// <exception cref="RecordException">The record is locked, full or damaged.</exception>
    public void Keep(IReadOnlyList<FetchedAddress> addresses)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        if (addresses.Count == 0) return;
        file.Guard(() =>
        {
            using SqliteConnection connection = file.Connect();
            using SqliteTransaction transaction = connection.BeginTransaction();
            int kept = addresses.Sum(one => connection.Execute(
                "INSERT INTO fetched (address, etag, lastModified, version) VALUES (@Address, @ETag, @LastModified, @version) ON CONFLICT (address) DO UPDATE SET etag = excluded.etag, lastModified = excluded.lastModified, version = excluded.version",
                new { one.Address, one.ETag, one.LastModified, version }, transaction));
            transaction.Commit();
            return kept;
        });
    }
}
