using Husrum.Core.Language;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.People;
using Husrum.Core.Volunteers;
using Husrum.Core.Volunteers.Leave;
using Husrum.Functions.Rehearsal.People;

namespace Husrum.Functions.Rehearsal.Plays;

/// <summary>A volunteer's leave, as long as it may be.</summary>
internal sealed class LeavePlay : Play
{
    private const string NotHeardOf = "not-heard-of";
    private const string Stops = "stops";

    public override string Name => "leave";

    public override IReadOnlyList<string> Aliases => ["orlov"];

    public override Bilingual Title => new("Orlov", "Leave");

    public override int Months => 9;

    public override int MonthsUnanswered => 9;

    public override IReadOnlyList<WhatIfSpec> WhatIfs { get; } =
    [
        new(NotHeardOf, new("Den frivillige melder sig ikke tilbage", "The volunteer does not report back")),
        new(Stops, new("Den frivillige stopper", "The volunteer stops")),
        NobodyAnswers,
    ];

    public override IReadOnlyDictionary<string, string> Rules { get; } = new Dictionary<string, string>
    {
        ["arranged"] = "V43",
        ["Away"] = "V43",
        ["leave-begun"] = "V43",
        ["leave-reminder"] = "V44",
        ["leave-return"] = "V44",
        ["Returned"] = "V44",
        ["leave-returned"] = "V44",
        ["leave-welcome-back"] = "V44",
        ["leave-ended"] = "V45",
        ["leave-stopped"] = "V45",
        ["stopped"] = "V45",
        ["Stopped"] = "V45",
    };

    public override Bilingual? Missing(Organisation organisation) => new VolunteerPlay().Missing(organisation);

    public override async Task BeginAsync(Production production, CancellationToken cancellation)
    {
        var (request, stage) = (production.Request, production.Stage);
        var person = await stage.Get<PersonDirectory>().FindOrCreateByEmailAsync("silje@post.example", "Silje Krag", request.Language, "+4520000103", cancellation);
        var volunteer = new VolunteerApplication
        {
            Id = "v-rehearsal",
            DepartmentId = production.Organisation.Departments[0].Id,
            PersonId = person,
            Created = stage.Now,
            Content = new ApplicationContent { Name = "Silje Krag", Email = "silje@post.example", Language = request.Language, Functions = [production.Organisation.Volunteering!.Functions[0].Id] },
            FormHash = "",
            State = ApplicationState.Approved,
        };
        await stage.Get<VolunteerBook>().WelcomeAsync(volunteer, cancellation);
        await stage.SettleAsync(cancellation);
        production.RaiseCurtain();
        var token = stage.Get<PersonalLinks>().TokenFor(LinkPurpose.Volunteer, VolunteerBook.TokenIdOf(person));
        if (await stage.Get<LeaveDesk>().AskAsync(token, Yes.Date(request.Start), "", cancellation) is not LeaveResult.Begun)
            throw new InvalidOperationException("The rehearsal's leave does not keep the rules.");
        production.Script = production.Has(NobodyAnswers.Name) ? new Script() : Production.AllGoesWell();
        if (production.Has(NotHeardOf))
            production.Script.Never("leave-return");
        else if (production.Has(Stops))
            production.Script.On("leave-return", _ => new("stop"), TimeSpan.FromDays(1));
        else if (!production.Has(NobodyAnswers.Name))
            production.Script.On("leave-return", _ => new("back"), TimeSpan.FromDays(155)); // about five months
    }
}
