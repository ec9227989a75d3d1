using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Core.Register;
using Husrum.Durable.TaskHub;
using Husrum.Durable.TaskHub.Sqlite;
using Husrum.Functions.Azure.Storage;

namespace Husrum.Functions.Embedded;

/// <summary>Runs the program, and says in plain words why it cannot.</summary>
internal static class Run
{
    /// <returns>The process's exit code: 0; 1 where it could not run; 2 where it was asked for something it does not understand.</returns>
    public static async Task<int> GuardedAsync(Func<Task> run)
    {
        try
        {
            await run();
            return Environment.ExitCode;
        }
        catch (StartOptionsException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
        catch (Exception e) when (Sentence(e) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync($"Husrum met with something it does not know and stopped. Please show this to whoever maintains it:\n{e}");
            return 1;
        }
    }

    /// <summary>Why the program cannot run, for whoever started it; null where nobody foresaw it.</summary>
    public static string? Sentence(Exception e) => e switch
    {
        StorageException => $"{e.Message} Look at Storage:Account, at the network rules of the account, and at the roles of the program's identity (Storage Blob Data Contributor, Storage Table Data Contributor).",
        global::Azure.Identity.AuthenticationFailedException => "The program's identity got no token for the storage account. Give the Function App its managed identity, or sign in with 'az login' on your own machine.",
        StartOptionsException or DataFolderException or OrganisationException or TaskHubException or MessageCatalogueException => e.Message,
        RegisterException => $"{e.Message} The data folder was changed by something else than this program, or is damaged. Restore the newest backup (verb 'restore').",
        SqliteException { IsFull: true } => "The disk is full. Make room, and start again: nothing that was accepted is lost.",
        SqliteException => $"The database cannot be used: {e.Message}. Look at the disk's health and at who may write to the data folder.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } => $"{e.Message} Another program listens there. Choose another address with --urls.",
        System.Net.Sockets.SocketException => $"It cannot listen there: {e.Message}. Choose another address with --urls.",
        ArgumentOutOfRangeException { ParamName: "port" } => "A port lies between 0 and 65535. Choose another with --urls.",
        IOException or UnauthorizedAccessException => $"It cannot read or write what it needs: {e.Message}",
        _ => null,
    };
}
