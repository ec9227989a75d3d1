namespace Husrum.Functions.Embedded;

/// <summary>
/// Ends the process at a named place, as a loss of power would: for the tests that kill the real program after (or before) its n-th commit.
/// <c>Husrum:CrashAfterCommit=n</c> or <c>Husrum:CrashBeforeCommit=n</c>; without them nothing happens.
/// </summary>
/// <param name="Before">Called before each commit.</param>
/// <param name="After">Called after each commit.</param>
internal sealed record CrashPoint(Action<long>? Before, Action<long>? After)
{
    public static CrashPoint Read(IConfiguration configuration) =>
        new(At(configuration.GetValue<long?>("Husrum:CrashBeforeCommit")), At(configuration.GetValue<long?>("Husrum:CrashAfterCommit")));

    private static Action<long>? At(long? number) => number is null
        ? null
        : commit =>
        {
            if (commit == number)
                System.Diagnostics.Process.GetCurrentProcess().Kill();
        };
}
