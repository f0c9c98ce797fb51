// SPDX-License-Identifier: Apache-2.0

using System.CommandLine;
using System.Globalization;
using Rapporteur.Models;

namespace Rapporteur.Cli.Commands;

/// <summary><c>rapporteur model show</c>: the trained models that this program reads with.</summary>
internal static class ModelCommand
{
    public static Command Create(Terminal terminal)
    {
        var show = new Command("show", "Prints which model is loaded, from where, and what it tells apart.");
        show.SetAction((_, _) =>
        {
            Write(terminal, LanguageModel.Default);
            return Task.FromResult(CommandLine.Success);
        });
        return new Command("model", "The trained models that words, trees and names are found with.") { show };
    }

    private static void Write(Terminal terminal, LanguageModel model)
    {
        terminal.Say($"version   {model.Version}");
        terminal.Say($"folder    {model.Folder}");
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"weights   {model.Bytes / 1e6:F1} MB, SHA-256 {model.Sha256}"));
        foreach ((string name, string[] labels) in model.Labels.OrderBy(l => l.Key, StringComparer.Ordinal))
            terminal.Say($"{name,-9} {labels.Length}: {string.Join(' ', labels)}");
        terminal.Say("card      MODEL.md in that folder: what it was trained on, how well it reads, what it is not for");
    }
}
