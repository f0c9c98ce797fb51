// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;

namespace Rapporteur.Cli.Commands;

/// <summary>The option that names the record.</summary>
internal static class RecordOption
{
    public static Option<string> Create() => new("--record")
    {
        Description = "The record's file", HelpName = "file", DefaultValueFactory = _ => "rapporteur.db",
    };
}
