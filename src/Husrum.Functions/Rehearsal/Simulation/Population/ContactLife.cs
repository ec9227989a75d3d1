using System.Globalization;
using Husrum.Core.Links;
using Husrum.Core.People;
using Husrum.Functions.Messages;

namespace Husrum.Functions.Rehearsal.Simulation.Population;

/// <summary>What people say about being written to: no SMS, and SMS again, by the link of one they got; a new number or none, and whether they like to be asked to do more, on a volunteer's own page.</summary>
internal static class ContactLife
{
    private const string Link = ShortLinks.Page + "?t=";

    /// <summary>What somebody does about an SMS they have just got.</summary>
    public static void Got(Crowd crowd, Chance chance, OutgoingMessage sms, DateTimeOffset now)
    {
        var name = sms.Id.ToString("N");
        var at = sms.Body.Text.IndexOf(Link, StringComparison.Ordinal);
        if (at < 0 || !chance.Happens(0.01, "no sms", name))
            return;
        var code = sms.Body.Text.Substring(at + Link.Length, ShortLinks.CodeLength);
        var said = now + chance.Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(5), "no sms at", name);
        crowd.At(said, (stage, cancellation) => stage.Get<ContactDesk>().ChooseSmsAsync(code, wanted: false, cancellation));
        if (chance.Happens(0.5, "sms again", name))
            crowd.At(said + chance.Between(TimeSpan.FromMinutes(2), TimeSpan.FromDays(90), "sms again at", name), (stage, cancellation) => stage.Get<ContactDesk>().ChooseSmsAsync(code, wanted: true, cancellation));
    }

    /// <summary>Plans what a volunteer changes on their page.</summary>
    public static void Plan(Crowd crowd, Chance chance, string person, DateTimeOffset from)
    {
        for (var i = 0; i < 2; i++)
        {
            string[] what = [person, i.ToString(CultureInfo.InvariantCulture)];
            if (!chance.Happens(0.3, ["contact", .. what]))
                continue;
            var phone = chance.Happens(0.15, ["no phone", .. what]) ? "" : (40_000_000 + chance.Below(9_000_000, ["new phone", .. what])).ToString(CultureInfo.InvariantCulture);
            var (sms, news) = (chance.Happens(0.8, ["sms", .. what]), chance.Happens(0.6, ["news", .. what]));
            crowd.At(from + chance.Between(TimeSpan.FromDays(1), TimeSpan.FromDays(400), ["contact at", .. what]), (stage, cancellation) => stage.Get<ContactDesk>().ChangeAsync(WorkingLife.Page(stage, person), phone, sms, news, cancellation));
        }
    }
}
