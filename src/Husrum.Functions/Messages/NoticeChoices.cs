using Husrum.Core.Messages;
using Husrum.Core.People;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>What the person has chosen since a message was written: asked when its turn comes, so that one who opts out today gets no SMS tomorrow.</summary>
internal sealed class NoticeChoices(IRegister register)
{
    /// <summary>Why it does not go this way, or null.</summary>
    public async Task<string?> RefusalAsync(Notice notice, CancellationToken cancellation)
    {
        if (notice.PersonId is not { } person || (notice.Channel != NoticeChannel.Sms && !notice.IsRecruitment))
            return null;
        var choices = (await register.GetAsync<ContactChoices>(Partitions.Person(person), ContactChoices.Row, cancellation))?.Value;
        return notice.IsRecruitment && choices?.NewsSince is null ? NoticeReasons.NoNewsWished
            : notice.Channel == NoticeChannel.Sms && choices?.NoSmsSince is not null ? NoticeReasons.NoSmsWished
            : null;
    }
}
