// SPDX-License-Identifier: Apache-2.0

using Rapporteur.Cli;

return await CommandLine.RunAsync(args, Terminal.System()).ConfigureAwait(false);
