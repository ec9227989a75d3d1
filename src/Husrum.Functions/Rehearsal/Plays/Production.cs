using Husrum.Core.Calendar;
using Husrum.Core.Organisations;
using Husrum.Functions.Rehearsal.People;
using Husrum.Functions.Rehearsal.Stages;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>A rehearsal that is being played.</summary>
/// <param name="stage">Where.</param>
/// <param name="request">What.</param>
/// <param name="organisation">Whose.</param>
internal sealed class Production(Stage stage, RehearsalRequest request, Organisation organisation)
{
    // somebody who gets to it in the course of the day
    private static readonly TimeSpan SameDay = TimeSpan.FromHours(3);

    public Stage Stage => stage;

    public RehearsalRequest Request => request;

    public Organisation Organisation => organisation;

    /// <summary>Who answers what; everybody says yes to everything where a play says nothing else.</summary>
    public Script Script { get; set; } = AllGoesWell();

    /// <summary>What is done unasked.</summary>
    public List<Doing> Doings { get; } = [];

    /// <summary>So many rows and messages were before the curtain rose.</summary>
    public (int Rows, int Messages) Curtain { get; private set; }

    /// <summary>Everybody says yes to everything, some hours later.</summary>
    public static Script AllGoesWell() => new Script().Otherwise(situation => Yes.To(situation), SameDay);

    /// <summary>The branch of this name, where it was asked for.</summary>
    public WhatIf? If(string name) => request.WhatIfs.FirstOrDefault(w => w.Spec.Name == name);

    /// <summary>True where the branch was asked for.</summary>
    public bool Has(string name) => If(name) is not null;

    /// <summary>What was written and sent until now is not shown.</summary>
    public void RaiseCurtain() => Curtain = (stage.Chronicle.Count, stage.World.Mailboxes.Sent.Count);

    /// <summary>To the moment at which the rehearsal begins, with people as they are in the script.</summary>
    public async Task BeforeAsync(Script script, CancellationToken cancellation)
    {
        var cast = new Cast(script);
        await stage.GoToAsync(Moment(request.Start, request.Play.BeginsAt), [cast], cancellation);
        if (cast.Refused.Count > 0)
            throw new InvalidOperationException($"The rehearsal's people do not know a form: {string.Join(", ", cast.Refused)}.");
    }

    /// <summary>Somebody does something unasked.</summary>
    public void Do(DateOnly day, TimeOnly time, Func<CancellationToken, Task> act) => Doings.Add(new Doing(Moment(day, time), (_, cancellation) => act(cancellation)));

    private static DateTimeOffset Moment(DateOnly day, TimeOnly time) => WallTime.ToUtc(day, time);
}
