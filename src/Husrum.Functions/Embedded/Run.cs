using Husrum.Core.Messages;
using Husrum.Core.Organisations;
using Husrum.Durable.TaskHub;

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
        catch (Exception e) when (e is DataFolderException or OrganisationException or TaskHubException or MessageCatalogueException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Another program listens there. Choose another address with --urls.");
            return 1;
        }
    }
}
