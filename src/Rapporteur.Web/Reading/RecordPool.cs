// SPDX-License-Identifier: Apache-2.0

using System.Collections.Concurrent;
using Rapporteur.Store;
using Rapporteur.Store.Querying;

namespace Rapporteur.Web.Reading;

/// <summary>Keeps connections to the record open between requests, so that their caches stay warm.</summary>
internal sealed class RecordPool(RecordFile file) : IDisposable
{
    private const int MostIdle = 8;

    private readonly ConcurrentBag<RecordQueries> idle = [];

    /// <summary>The record.</summary>
    public RecordFile File => file;

    public RecordQueries Rent() => idle.TryTake(out RecordQueries? queries) ? queries : new RecordQueries(file);

    public void Return(RecordQueries queries)
    {
        if (idle.Count < MostIdle) idle.Add(queries);
        else queries.Dispose();
    }

    public void Dispose()
    {
        while (idle.TryTake(out RecordQueries? queries)) queries.Dispose();
    }
}

/// <summary>The record, as one request asks it.</summary>
public sealed class RecordAccess : IDisposable
{
    private readonly RecordPool pool;
    private RecordQueries? queries;

    internal RecordAccess(RecordPool pool) => this.pool = pool;

    /// <summary>Asks the record.</summary>
    public RecordQueries Queries => queries ??= pool.Rent();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (queries is not null) pool.Return(queries);
        queries = null;
    }
}
