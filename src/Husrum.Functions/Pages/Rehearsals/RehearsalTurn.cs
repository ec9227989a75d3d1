using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal;
using Husrum.Functions.Rehearsal.Printing;

namespace Husrum.Functions.Pages.Rehearsals;

/// <summary>How long a rehearsal on the page may wait and last.</summary>
/// <param name="Wait">For the one before it.</param>
/// <param name="Longest">From when it begins.</param>
internal sealed record RehearsalBounds(TimeSpan Wait, TimeSpan Longest)
{
    /// <summary>A year costs a second or two of a processor, so most who wait get their turn unseen.</summary>
    public static RehearsalBounds Default { get; } = new(TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(45));
}

/// <summary>What came of it: the branches, or why there are none.</summary>
/// <param name="Branches">Null where there are none.</param>
/// <param name="TookTooLong">True where it began and was stopped; false where another one was under way all the while.</param>
internal sealed record RehearsalOutcome(IReadOnlyList<Branch>? Branches, bool TookTooLong = false);

/// <summary>One rehearsal at a time in the program, and none for long. Each has a stage of its own, so nothing of it touches what is live.</summary>
internal sealed class RehearsalTurn(Organisation organisation, RehearsalBounds bounds) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Rehearses, as soon as nobody else does.</summary>
    /// <exception cref="RehearsalException">The program refuses what was asked for.</exception>
    public async Task<RehearsalOutcome> PlayAsync(RehearsalRequest request, bool both, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(bounds.Wait, cancellation))
            return new RehearsalOutcome(null);
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(bounds.Longest);
        try
        {
            var branches = new List<Branch>();
            if (both && request.WhatIfs.Count > 0)
                branches.Add(new Branch(Branch.Plain, await Rehearser.RunAsync(request with { WhatIfs = [] }, organisation, bound.Token)));
            branches.Add(new Branch(request.WhatIfs.Count == 0 ? Branch.Plain : string.Join(",", request.WhatIfs), await Rehearser.RunAsync(request, organisation, bound.Token)));
            return new RehearsalOutcome(branches);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new RehearsalOutcome(null, TookTooLong: true);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
