// SPDX-License-Identifier: Apache-2.0

using Microsoft.Data.Sqlite;

namespace Rapporteur.Store;

/// <summary>The record cannot be used; the message says why and what to do, for a person to read.</summary>
public sealed class RecordException : Exception
{
    /// <summary>An error with its message.</summary>
    public RecordException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>What an error of SQLite means for the record.</summary>
    /// <param name="path">The record.</param>
    /// <param name="problem">What SQLite said.</param>
    public static RecordException From(string path, SqliteException problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        string reason = problem.SqliteErrorCode switch
        {
            5 or 6 => "is locked by another process; wait until that one is done, or read into another record with --record FILE",
            8 => "can't be written: the file or its folder is read-only",
            10 => "can't be read or written: the disk reports an error",
            11 => "is damaged; restore it from a backup, or read the inputs again into a new record",
            13 => "can't grow: the disk is full. What was written so far is kept; free some space and run the same command again",
            14 => "can't be opened: check that the folder is there and that you may write to it",
            26 => "is not a record of Rapporteur, or is damaged",
            _ => $"can't be used: {problem.Message}",
        };
        return new($"{path} {reason}.", problem);
    }
}
