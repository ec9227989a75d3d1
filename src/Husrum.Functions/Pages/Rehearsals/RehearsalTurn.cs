using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal;
using Husrum.Functions.Rehearsal.Printing;

namespace Husrum.Functions.Pages.Rehearsals;

/// <summary>One rehearsal at a time in the program, and none for long: a year costs a second or two of a processor. Each has a stage of its own, so nothing of it touches what is live.</summary>
internal sealed class RehearsalTurn(Organisation organisation) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The branches; null where another one is being played, or this one took too long.</summary>
    /// <exception cref="RehearsalException">The program refuses what was asked for.</exception>
    public async Task<IReadOnlyList<Branch>?> PlayAsync(RehearsalRequest request, bool both, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(TimeSpan.Zero, cancellation))
            return null;
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(Longest);
        try
        {
            var branches = new List<Branch>();
            if (both && request.WhatIfs.Count > 0)
                branches.Add(new Branch(Branch.Plain, await Rehearser.RunAsync(request with { WhatIfs = [] }, organisation, bound.Token)));
            branches.Add(new Branch(request.WhatIfs.Count == 0 ? Branch.Plain : string.Join(",", request.WhatIfs), await Rehearser.RunAsync(request, organisation, bound.Token)));
            return branches;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
