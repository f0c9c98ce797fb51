// SPDX-License-Identifier: Apache-2.0

using System.Collections.Concurrent;
using Rapporteur.Store.Querying;

namespace Rapporteur.Web.Reading;

/// <summary>What can only be told by going through the whole record: kept until the record changes, and renewed behind the reader's back where that takes long.</summary>
public sealed class WholeRecord : IDisposable
{
    /// <summary>Actors that are listed; further ones are found by name.</summary>
    public const int MostActors = 20_000;

    private const int MostTies = 150;
    private const int MostChains = 300;

    /// <summary>How long a page may wait for fresh counts rather than show those of a moment ago.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly RecordPool pool;
    private readonly TimeProvider clock;
    private readonly RecordQueries watcher;
    private readonly Lock access = new();
    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lock> counting = new(StringComparer.Ordinal);
    private bool isDisposed;

    internal WholeRecord(RecordPool pool, TimeProvider clock)
    {
        this.pool = pool;
        this.clock = clock;
        watcher = new RecordQueries(pool.File);
    }

    public RecordTotals Totals => Get("totals", static q => q.Totals());

    public IReadOnlyList<UnreadRow> Unread => Get("unread", static q => q.Unread());

    public IReadOnlyList<OutletRow> Outlets => Get("outlets", static q => q.Outlets());

    public IReadOnlyList<ChainRow> Chains => Get("chains", static q => q.Chains(MostChains));

    public IReadOnlyList<ActorRow> Actors => Get("actors", static q => q.TopActors(MostActors));

    /// <summary>The actors that a name or description stands for.</summary>
    public IReadOnlyList<ActorRow> ActorsCalled(string name, RecordQueries queries, int limit)
    {
        ArgumentNullException.ThrowIfNull(queries);
        HashSet<string> names = new(queries.ActorsCalled(name, limit), StringComparer.Ordinal);
        if (names.Count == 0) return [];
        List<ActorRow> listed = [.. Actors.Where(actor => names.Contains(actor.Name)).Take(limit)];
        return listed.Count > 0 ? listed : queries.Actors(new ActorFilter { Name = name, Limit = limit });
    }

    public IReadOnlyList<TieRow> SpeakersTies => Get("speakers", static q => q.Ties(MostTies, relations: false));

    public IReadOnlyList<TieRow> Relations => Get("relations", static q => q.Ties(MostTies, relations: true));

    public IReadOnlyList<PlaceRow> Places => Get("places", static q => q.Places(new PlaceFilter { Limit = 500 }));

    public Facets Statements(StatementFilter filter) => Get($"statements {filter.MinConfidence}", q => q.StatementFacets(filter));

    /// <summary>Counts everything beforehand.</summary>
    public void Prepare()
    {
        foreach (object counted in new object[] { Totals, Unread, Outlets, Chains, SpeakersTies, Relations, Places, Actors }) GC.KeepAlive(counted);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (access)
        {
            isDisposed = true;
            watcher.Dispose();
        }
    }

    private T Get<T>(string name, Func<RecordQueries, T> count)
        where T : class
    {
        long version;
        lock (access) version = watcher.DataVersion();
        if (kept.TryGetValue(name, out Kept? known))
        {
            if (known.Version == version) return (T)known.Value;
            if (known.Took > Patience)
            {
                if (Interlocked.Exchange(ref known.IsRenewed, 1) == 0) ThreadPool.QueueUserWorkItem(_ => Renew(name, count, version));
                return (T)known.Value;
            }
        }

        lock (counting.GetOrAdd(name, static _ => new Lock()))         // who comes while it is counted waits for the same count
        {
            return kept.TryGetValue(name, out known) && known.Version == version ? (T)known.Value : Count(name, count, version);
        }
    }

    private void Renew<T>(string name, Func<RecordQueries, T> count, long version)
        where T : class
    {
        try
        {
            if (!isDisposed) Count(name, count, version);
        }
#pragma warning disable CA1031 // The next page counts anew, and says what is wrong.
        catch (Exception)
        {
            kept.TryRemove(name, out _);
        }
#pragma warning restore CA1031
    }

    private T Count<T>(string name, Func<RecordQueries, T> count, long version)
        where T : class
    {
        RecordQueries queries = pool.Rent();
        try
        {
            long start = clock.GetTimestamp();
            T value = count(queries);
            kept[name] = new(value, version, clock.GetElapsedTime(start));
            return value;
        }
        finally
        {
            pool.Return(queries);
        }
    }

    private sealed record Kept(object Value, long Version, TimeSpan Took)
    {
        public int IsRenewed;
    }
}
