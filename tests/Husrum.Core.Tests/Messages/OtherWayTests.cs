using Husrum.Core.Messages;

namespace Husrum.Core.Tests.Messages;

public sealed class OtherWayTests
{
    // Monday, 10:00 in Denmark
    private static readonly DateTimeOffset Now = new(2026, 8, 31, 8, 0, 0, TimeSpan.Zero);

    private static readonly Notice Sms = new()
    {
        Key = NoticeKey.For("u-1", "visit-reminder", new DateOnly(2026, 9, 1), "p-1", NoticeChannel.Sms),
        Channel = NoticeChannel.Sms,
        Template = "visit-reminder",
        Language = "en",
        To = "+4511223344",
        Fields = new Dictionary<string, string> { ["day"] = "Tuesday" },
        Due = Now,
        UsefulUntil = Now.AddDays(1),
        Fallback = new NoticeFallback(NoticeChannel.Email, "mette@post.example"),
    };

    [Fact]
    public void What_an_SMS_does_not_bring_an_e_mail_says_in_the_same_words_and_has_no_third_way()
    {
        var mail = Outbox.ByOtherWay(Sms, Now.AddHours(2)).ShouldNotBeNull();
        (mail.Channel, mail.To, mail.Template, mail.Language, mail.UsefulUntil, mail.Fallback).ShouldBe((NoticeChannel.Email, "mette@post.example", "visit-reminder", "en", Sms.UsefulUntil, null));
        mail.Fields.ShouldBe(Sms.Fields);
        mail.Due.ShouldBe(Now.AddHours(2));
        mail.State.ShouldBe(NoticeState.Due);
    }

    [Fact]
    public void It_is_the_one_the_process_would_have_written_so_nobody_is_told_twice() =>
        Outbox.ByOtherWay(Sms, Now)!.Key.ShouldBe(NoticeKey.For("u-1", "visit-reminder", new DateOnly(2026, 9, 1), "p-1", NoticeChannel.Email));

    [Fact]
    public void It_keeps_to_the_hours_for_messages() =>
        Outbox.ByOtherWay(Sms with { UsefulUntil = null }, Now.AddHours(12))!.Due.ShouldBe(Now.AddHours(22)); // 22:00 → 08:00

    [Fact]
    public void What_is_of_no_use_any_more_or_has_no_other_way_goes_no_other_way()
    {
        Outbox.ByOtherWay(Sms, Now.AddDays(1)).ShouldBeNull();
        Outbox.ByOtherWay(Sms with { Fallback = null }, Now).ShouldBeNull();
    }

    [Fact]
    public void A_provider_knows_a_message_by_one_UUID_until_a_person_sends_it_again()
    {
        var id = NoticeId.Of(Sms.Key, 0);
        NoticeId.Of(Sms.Key, 0).ShouldBe(id);
        id.Version.ShouldBe(8);
        (id.ToString("D")[19] is '8' or '9' or 'a' or 'b').ShouldBeTrue();
        NoticeId.AllOf(Sms with { Round = 2 }).Distinct().Count().ShouldBe(3);
        NoticeId.Of(Sms.Key + "x", 0).ShouldNotBe(id);
    }
}
