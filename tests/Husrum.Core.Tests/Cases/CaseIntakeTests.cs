using Husrum.Core.Cases;
using Husrum.Core.Forms;
using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Families.Intake;
using Husrum.Core.Tests.HjemTilOs;

namespace Husrum.Core.Tests.Cases;

/// <summary>A form that becomes a case, in whatever order things happen.</summary>
public sealed class CaseIntakeTests : IAsyncLifetime
{
    private FamilyWorld _world = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await FamilyWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_same_form_that_arrives_while_the_first_is_being_written_is_the_same_case_and_nobody_is_reminded()
    {
        var form = _world.Form();
        var late = Interrupted(() => _world.House.Get<FamilyIntake>().SubmitAsync(form, Ct));
        var second = (await late.SubmitAsync(form, Ct)).ShouldBeOfType<CaseIntakeResult.Accepted>();
        second.ShouldBe(new CaseIntakeResult.Accepted(FamilyIntake.IdOf(form.SubmissionId), Repeat: true));
        await _world.House.SettleAsync();
        (await _world.MailsAsync(second.Id)).ShouldHaveSingleItem().ShouldContain("family-confirm");
    }

    [Fact]
    public async Task Other_content_that_arrives_under_the_same_id_while_the_first_is_being_written_is_told_apart()
    {
        var form = _world.Form();
        var late = Interrupted(() => _world.House.Get<FamilyIntake>().SubmitAsync(form, Ct));
        (await late.SubmitAsync(form with { Town = "Horsens" }, Ct)).ShouldBeOfType<CaseIntakeResult.Different>();
    }

    [Fact]
    public async Task Ten_of_the_same_form_at_once_are_one_case()
    {
        var form = _world.Form();
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => _world.House.Get<FamilyIntake>().SubmitAsync(form, Ct), Ct)));
        results.ShouldAllBe(result => ((CaseIntakeResult.Accepted)result).Id == FamilyIntake.IdOf(form.SubmissionId));
        results.Count(result => !((CaseIntakeResult.Accepted)result).Repeat).ShouldBe(1);
        await _world.House.SettleAsync();
        (await _world.MailsAsync(FamilyIntake.IdOf(form.SubmissionId))).ShouldHaveSingleItem().ShouldContain("family-confirm");
    }

    [Fact]
    public async Task Another_form_of_one_who_has_a_case_open_opens_none_and_the_link_goes_to_their_address_once_a_day()
    {
        var first = await _world.ApplyAsync();
        for (var i = 0; i < 3; i++)
            (await _world.House.Get<FamilyIntake>().SubmitAsync(_world.Form(), Ct)).ShouldBe(new CaseIntakeResult.Accepted(first, Repeat: true));
        await _world.House.SettleAsync();
        (await _world.MailsAsync(first, "family-again")).ShouldHaveSingleItem();
    }

    // another one comes in between the look whether the form is known and the look whether the person has a case open
    private InterruptedIntake Interrupted(Func<Task> meanwhile) => new(_world.Book, _world.House.Get<CaseServices>(), meanwhile);

    private sealed class InterruptedIntake(CaseBook<FriendFamily> cases, CaseServices services, Func<Task> meanwhile) : CaseIntake<FamilyForm, FriendFamily>(cases, services)
    {
        protected override string Word => FamilyWords.Received;

        protected override string? Again => FamilyMessages.Again;

        protected override string CaseIdOf(FamilyForm form) => FamilyIntake.IdOf(form.SubmissionId);

        protected override string HashOf(FamilyForm form) => form.Hash();

        protected override IReadOnlyList<FieldProblem> Problems(FamilyForm form, DateOnly today) => [];

        protected override async Task<FriendFamily> ReadAsync(string id, FamilyForm form, DateTimeOffset now, CancellationToken cancellation)
        {
            await meanwhile();
            var known = (await Services.Register.GetAsync<FriendFamily>(FriendFamilyProcess.Prefix + id, CaseRecord.Row, cancellation)).ShouldNotBeNull().Value;
            return known with { FormHash = form.Hash() };
        }
    }
}
