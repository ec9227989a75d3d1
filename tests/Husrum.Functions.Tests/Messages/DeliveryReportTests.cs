using Husrum.Core.Messages;
using Husrum.Core.Register;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Tests.Messages;

/// <summary>What a provider says later of a message it took.</summary>
public sealed class DeliveryReportTests : IAsyncLifetime
{
    private const string Mobile = "+4520123456";

    private static readonly NoticeFallback Mail = new(NoticeChannel.Email, "mette@post.example");

    private readonly ProviderBench _bench = new();
    private readonly ReportingProvider _provider = new();

    private DateTimeOffset Now => _bench.Clock.GetUtcNow();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task A_message_that_arrived_is_closed_and_nothing_is_waited_for()
    {
        var notice = await SentAsync();
        await ReportAsync(notice, arrived: true);
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Delivered);
        (await _bench.WaitingAsync()).ShouldBe(0);
        await _bench.LiveAsync(_provider, TimeSpan.FromDays(2));
        (_provider.Sent.Count, await _bench.BeforeAPersonAsync()).ShouldBe((1, 0));
    }

    [Fact]
    public async Task The_same_report_twice_is_one()
    {
        var notice = await SentAsync(Mail);
        for (var i = 0; i < 3; i++)
            await ReportAsync(notice, arrived: false);
        await _bench.SendAsync(_provider);
        _provider.Sent.Count(message => message.Channel == NoticeChannel.Email).ShouldBe(1);
    }

    [Theory]
    [InlineData(true, false, NoticeState.Delivered)]
    [InlineData(false, true, NoticeState.Failed)]
    public async Task Out_of_order_the_word_on_the_later_moment_counts(bool later, bool earlier, NoticeState state)
    {
        var notice = await SentAsync();
        await ReportAsync(notice, later, Now.AddMinutes(5));
        await ReportAsync(notice, earlier, Now.AddMinutes(1));
        (await _bench.SeeAsync(notice)).State.ShouldBe(state);
        (await _bench.BeforeAPersonAsync()).ShouldBe(state == NoticeState.Failed ? 1 : 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_words_on_one_moment_the_good_one_counts(bool first)
    {
        var notice = await SentAsync();
        await ReportAsync(notice, first, Now);
        await ReportAsync(notice, !first, Now);
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Delivered);
        (await _bench.BeforeAPersonAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_did_not_arrive_goes_the_other_way_and_where_there_is_none_before_a_person()
    {
        var (withMail, without) = (await SentAsync(Mail), await SentAsync());
        await ReportAsync(withMail, arrived: false);
        await ReportAsync(without, arrived: false);
        (await _bench.OtherWayOfAsync(withMail)).ShouldNotBeNull().To.ShouldBe(Mail.To);
        (await _bench.SeeAsync(withMail)).IsPassedOn.ShouldBeTrue();
        (await _bench.SeeAsync(without)).Reason.ShouldBe("not delivered: opted-out");
        (await _bench.BeforeAPersonAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_nobody_reports_on_in_time_goes_the_other_way_and_where_there_is_none_before_a_person()
    {
        var (withMail, without) = (await SentAsync(Mail), await SentAsync());
        await _bench.LiveAsync(_provider, TimeSpan.FromMinutes(59));
        _provider.Sent.Count.ShouldBe(2);
        await _bench.LiveAsync(_provider, TimeSpan.FromMinutes(2));
        (await _bench.OtherWayOfAsync(withMail)).ShouldNotBeNull().State.ShouldBe(NoticeState.Sent);
        var silent = await _bench.SeeAsync(without);
        (silent.State, silent.Reason).ShouldBe((NoticeState.Uncertain, NoticeReasons.NoReport));
        (await _bench.SeeAsync(withMail)).State.ShouldBe(NoticeState.Sent);
        (await _bench.BeforeAPersonAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task If_the_other_way_fails_too_a_person_is_told()
    {
        var notice = await SentAsync(Mail);
        _provider.Outcome = SendOutcome.Refused;
        await ReportAsync(notice, arrived: false);
        await _bench.SendAsync(_provider);
        (await _bench.OtherWayOfAsync(notice))!.State.ShouldBe(NoticeState.Failed);
        (await _bench.BeforeAPersonAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_report_that_comes_after_all_takes_it_off_the_list()
    {
        var notice = await SentAsync();
        await _bench.LiveAsync(_provider, TimeSpan.FromHours(2));
        (await _bench.BeforeAPersonAsync()).ShouldBe(1);
        await ReportAsync(notice, arrived: true);
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Delivered);
        (await _bench.BeforeAPersonAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_report_may_be_quicker_than_the_note_that_it_was_sent()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        _provider.WhileSending = message => _bench.Reports.TakeAsync(new DeliveryReport(message.Id, true, Now, null));
        await _bench.SendAsync(_provider);
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Delivered);
        (await _bench.WaitingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_report_on_a_send_whose_end_nobody_knew_keeps_it_from_going_again()
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile);
        _provider.Outcome = SendOutcome.Unknown;
        await _bench.SendAsync(_provider);
        await ReportAsync(notice, arrived: true);
        await _bench.LiveAsync(_provider, TimeSpan.FromDays(1));
        (_provider.Sent.Count, (await _bench.SeeAsync(notice)).State, await _bench.WaitingAsync()).ShouldBe((1, NoticeState.Delivered, 0));
    }

    [Fact]
    public async Task What_a_person_has_said_stands()
    {
        var notice = await SentAsync();
        await _bench.LiveAsync(_provider, TimeSpan.FromHours(2));
        (await _bench.Desk.HasArrivedAsync(notice.Partition, notice.Row, "p-9", TestContext.Current.CancellationToken)).ShouldBeTrue();
        await ReportAsync(notice, arrived: false);
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Delivered);
    }

    [Fact]
    public async Task A_report_on_the_first_try_says_nothing_bad_of_the_second()
    {
        var notice = await SentAsync();
        await ReportAsync(notice, arrived: false);
        await _bench.Desk.ReleaseAsync(notice.Partition, notice.Row, TestContext.Current.CancellationToken);
        await _bench.SendAsync(_provider);
        await ReportAsync(notice, arrived: false, Now.AddMinutes(30));
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Sent);
        await ReportAsync(notice, arrived: true, Now.AddMinutes(31));
        (await _bench.SeeAsync(notice)).State.ShouldBe(NoticeState.Delivered);
    }

    [Fact]
    public async Task After_a_restore_a_missing_report_sends_nothing_anywhere_and_asks_a_person()
    {
        var notice = await SentAsync(Mail);
        await _bench.Register.CommitAsync(new RegisterBatch(RestoreMark.Partition).Put(RestoreMark.Row, new RestoreMark(Now.AddMinutes(1), Now.AddDays(1))), TestContext.Current.CancellationToken);
        await _bench.LiveAsync(_provider, TimeSpan.FromDays(2));
        var held = await _bench.SeeAsync(notice);
        (held.State, held.Reason, _provider.Sent.Count).ShouldBe((NoticeState.Uncertain, NoticeReasons.PutBack, 1));
        (await _bench.BeforeAPersonAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_report_on_what_is_not_known_here_changes_nothing_and_an_erased_message_leaves_no_name()
    {
        await _bench.Reports.TakeAsync(new DeliveryReport(Guid.NewGuid(), true, Now, null), TestContext.Current.CancellationToken);
        var notice = await SentAsync();
        var stored = (await _bench.Register.GetAsync<Notice>(notice.Partition, notice.Row, TestContext.Current.CancellationToken))!;
        await _bench.Register.CommitAsync(Outbox.Remove(new RegisterBatch(notice.Partition), stored), TestContext.Current.CancellationToken);
        (await _bench.WaitingAsync()).ShouldBe(0);
        (await _bench.Register.GetAsync<NoticePlace>(Partitions.NoticeIdIndex, NoticeId.RowOf(NoticeId.Of(notice.Value.Key, 0)), TestContext.Current.CancellationToken)).ShouldBeNull();
        await ReportAsync(notice, arrived: true);
    }

    private async Task<Stored<Notice>> SentAsync(NoticeFallback? fallback = null)
    {
        var notice = await _bench.WriteAsync(NoticeChannel.Sms, Mobile, fallback: fallback);
        await _bench.SendAsync(_provider);
        return notice;
    }

    // on the first try
    private Task ReportAsync(Stored<Notice> notice, bool arrived, DateTimeOffset? at = null) =>
        _bench.Reports.TakeAsync(new DeliveryReport(NoticeId.Of(notice.Value.Key, 0), arrived, at ?? Now, arrived ? null : NoticeReasons.Undelivered + "opted-out"), TestContext.Current.CancellationToken);

    // takes everything, and reports on SMS within the hour
    private sealed class ReportingProvider : IMessageProvider
    {
        public List<OutgoingMessage> Sent { get; } = [];

        public SendOutcome Outcome { get; set; } = SendOutcome.Sent;

        public Func<OutgoingMessage, Task> WhileSending { get; set; } = _ => Task.CompletedTask;

        public ProviderPromise Promise(NoticeChannel channel) => channel == NoticeChannel.Sms ? new(TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)) : ProviderPromise.Keyed;

        public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
        {
            lock (Sent)
                Sent.Add(message);
            await WhileSending(message);
            return new SendResult(Outcome);
        }
    }
}
