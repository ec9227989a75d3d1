using Husrum.Core.Calendar;
using Husrum.Core.Cases;
using Husrum.Core.Decisions;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Tests.Refunds;

namespace Husrum.Core.Tests.Cases;

/// <summary>An outing with two guardians, one Danish and one English, and a family.</summary>
internal sealed class OutingWorld : IAsyncDisposable
{
    public const string Id = "out-1";

    private OutingWorld(RefundWorld house) => House = house;

    public RefundWorld House { get; }

    public string Anna { get; private set; } = "";

    public string Bob { get; private set; } = "";

    public string Family { get; private set; } = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private CaseBook<Outing> Book => House.Get<CaseBook<Outing>>();

    public static async Task<OutingWorld> StartAsync(DateOnly on, string wallTime = "2026-08-31 10:00", int guardians = 2)
    {
        var world = new OutingWorld(await RefundWorld.StartAsync(wallTime, besides: new TestProcess(OutingProcess.AddTo, OutingProcess.AddTo)));
        var people = world.House.Get<PersonDirectory>();
        world.Anna = await people.FindOrCreateByEmailAsync("anna@eksempel.example", "Anna Mor", "da", cancellation: Ct);
        world.Bob = await people.FindOrCreateByEmailAsync("bob@eksempel.example", "Bob Father", "en", cancellation: Ct);
        world.Family = await people.FindOrCreateByEmailAsync("frida@eksempel.example", "Frida Ven", "da", cancellation: Ct);
        CaseParty[] parties = [new("guardian-1", "child", world.Anna), new("guardian-2", "child", world.Bob), new("family-1", "family", world.Family)];
        var outing = new Outing
        {
            Id = Id,
            DepartmentId = "aarhus",
            PersonId = "p-child",
            Created = world.House.Clock.GetUtcNow(),
            On = on,
            Parties = [.. parties.Where(p => guardians == 2 || p.PersonId != world.Bob)],
        };
        await world.House.Register.CommitAsync(world.Book.Insert(outing, "begun"), Ct);
        await world.House.SettleAsync();
        return world;
    }

    public async Task<Outing> OutingAsync() => (await Book.GetAsync(Id, Ct)).ShouldNotBeNull().Value;

    public async Task<bool> MoveAsync(string word, Func<Outing, Outing?> change)
    {
        var moved = await Book.MoveAsync(Id, word, null, change, Ct);
        await House.SettleAsync();
        return moved;
    }

    public async Task<StepResult> AnswerAsync(string party, string word, string by)
    {
        var result = await House.Get<CaseDesk>().AnswerAsync(Token(party, by), new StepForm(word, new Dictionary<string, string>()), Ct);
        await House.SettleAsync();
        return result;
    }

    public Task<StepView?> LookAsync(string party, string by) => House.Get<CaseDesk>().ViewAsync(Token(party, by), cancellation: Ct);

    public Task<CaseStatusView?> StatusAsync(string person) => House.Get<CaseDesk>().StatusAsync(House.Get<PersonalLinks>().TokenFor(LinkPurpose.Status, CaseLinks.StatusTokenId(Id, person)), Ct);

    /// <summary>What was sent, "2026-09-02 17:00 leave-stopped anna da".</summary>
    public async Task<IReadOnlyList<string>> MailsAsync(string template)
    {
        var mails = new List<string>();
        await foreach (var notice in House.Register.QueryAsync<Notice>(OutingProcess.Prefix + Id, "notice:", cancellation: Ct))
        {
            if (notice.Value.Template == template)
                mails.Add($"{WallTime.LocalDate(notice.Value.Due):yyyy-MM-dd} {WallTime.LocalTime(notice.Value.Due):HH\\:mm} {notice.Value.To.Split('@')[0]} {notice.Value.Language}");
        }

        return [.. mails.Order(StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<string>> TimelineAsync()
    {
        var words = new List<string>();
        await foreach (var line in House.Register.QueryAsync<TimelineLine>(OutingProcess.Prefix + Id, TimelineLine.Prefix, cancellation: Ct))
            words.Add(line.Value.What);
        return words;
    }

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private string Token(string party, string by) =>
        House.Get<PersonalLinks>().TokenFor(LinkPurpose.Answer, new DecisionRef(OutingProcess.Prefix + Id, Id, PartyQuestions.Of("test-outing-consent", party), 1).TokenIdFor(by));
}
