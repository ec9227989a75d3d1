using Husrum.Core.Formats;
using Husrum.Core.Forms;
using Husrum.Core.Links;
using Husrum.Core.Organisations;
using Husrum.Core.Register;

namespace Husrum.Core.People;

/// <summary>How a person wants to be written to, by their own links: the one of an SMS, and their own page. Looking changes nothing.</summary>
public sealed class ContactDesk(IRegister register, PersonDirectory people, PersonalLinks links, ShortLinks shortLinks, Organisation organisation, TimeProvider time)
{
    /// <summary>What the page behind an SMS's link shows; null where the link does not work.</summary>
    public async Task<SmsLinkView?> SmsViewAsync(string? code, CancellationToken cancellation = default)
    {
        if (await shortLinks.ResolveAsync(code, cancellation) is not { Value: var link } || await people.ReachAsync(link.PersonId ?? "", cancellation) is not { } person)
            return null;
        return new SmsLinkView(person.Person.Language, await OnwardAsync(link, cancellation), person.Choices.NoSmsSince is null, person.Email is not null);
    }

    /// <summary>The person wants SMS, or wants none. Said twice it is said once. False where the link does not work.</summary>
    public async Task<bool> ChooseSmsAsync(string? code, bool wanted, CancellationToken cancellation = default)
    {
        if (await shortLinks.ResolveAsync(code, cancellation) is not { Value.PersonId: { } personId } || await people.GetAsync(personId, cancellation) is null)
            return false;
        await ChangeAsync(personId, choices => choices with { NoSmsSince = wanted ? null : choices.NoSmsSince ?? time.GetUtcNow() }, null, cancellation);
        return true;
    }

    /// <summary>What a volunteer's page about being written to shows; null where the link does not work.</summary>
    public async Task<ContactView?> ViewAsync(string? token, CancellationToken cancellation = default) =>
        await links.ResolveAsync(token, LinkPurpose.Volunteer, cancellation) is { Value.PersonId: { } personId } && await people.ReachAsync(personId, cancellation) is { } person
            ? ContactView.Of(person, SmsNumbers.Of(person with { Choices = new() }, organisation.Senders) is not null)
            : null;

    /// <summary>Notes what a volunteer says of it.</summary>
    /// <param name="token">From the link to their page.</param>
    /// <param name="phone">As typed; empty for none.</param>
    /// <param name="sms">Whether they want SMS about what they have agreed to.</param>
    /// <param name="news">Whether they like to be asked to do more, and news.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>What is wrong, field by field; empty where it is noted; null where the link does not work.</returns>
    public async Task<IReadOnlyList<FieldProblem>?> ChangeAsync(string? token, string phone, bool sms, bool news, CancellationToken cancellation = default)
    {
        if (await links.ResolveAsync(token, LinkPurpose.Volunteer, cancellation) is not { Value.PersonId: { } personId } || await people.GetAsync(personId, cancellation) is null)
            return null;
        var number = phone.Trim().Length == 0 ? null : PhoneNumber.Read(phone);
        if (number is { IsOk: false })
            return [FieldProblem.At("phone", number.Problem)];
        var now = time.GetUtcNow();
        await ChangeAsync(
            personId,
            choices => choices with { NoSmsSince = sms ? null : choices.NoSmsSince ?? now, NewsSince = news ? choices.NewsSince ?? now : null },
            batch => Note(batch, number?.Value.E164),
            cancellation);
        return [];
    }

    private static void Note(RegisterBatch batch, string? number)
    {
        if (number is null)
            batch.Delete(ContactPoint.PhoneRow);
        else
            batch.Put(ContactPoint.PhoneRow, new ContactPoint(number));
    }

    private async Task ChangeAsync(string personId, Func<ContactChoices, ContactChoices> change, Action<RegisterBatch>? besides, CancellationToken cancellation)
    {
        for (var attempt = new Attempts(); ; attempt.Next())
        {
            var batch = new RegisterBatch(Partitions.Person(personId));
            var old = await register.GetAsync<ContactChoices>(batch.Partition, ContactChoices.Row, cancellation);
            var next = change(old?.Value ?? new ContactChoices());
            if (old is null)
                batch.Insert(ContactChoices.Row, next);
            else
                batch.Replace(ContactChoices.Row, next, old.ETag);
            besides?.Invoke(batch);
            if (await register.CommitAsync(batch, cancellation) == CommitOutcome.Done)
                return;
        }
    }

    // a link that is gone leads nowhere; the choice is still theirs
    private async Task<string?> OnwardAsync(LinkRecord link, CancellationToken cancellation)
    {
        if (link is not { OnwardPath: { } path, OnwardTokenId: { } tokenId })
            return link.OnwardPath;
        return await register.GetAsync<LinkPlace>(Partitions.LinkIndex, tokenId, cancellation) is { } place
            && await register.GetAsync<LinkRecord>(place.Value.Partition, PersonalLinks.RowOf(tokenId), cancellation) is { } onward
            ? $"{path}?t={links.TokenFor(onward.Value.Purpose, tokenId)}"
            : null;
    }
}

/// <summary>What the page behind an SMS's link shows.</summary>
/// <param name="Language">The person's.</param>
/// <param name="Onward">The page it is about, with its token; null where there is none.</param>
/// <param name="WantsSms">What they have said.</param>
/// <param name="HasEmail">Whether we can write an e-mail instead.</param>
public sealed record SmsLinkView(string Language, string? Onward, bool WantsSms, bool HasEmail);

/// <summary>How a person is written to.</summary>
/// <param name="Name">Theirs.</param>
/// <param name="Language">Theirs.</param>
/// <param name="Email">Address, or null.</param>
/// <param name="Phone">As people write it, or null.</param>
/// <param name="TakesSms">Whether SMS go to that number.</param>
/// <param name="WantsSms">What they have said.</param>
/// <param name="WantsNews">What they have said.</param>
public sealed record ContactView(string Name, string Language, string? Email, string? Phone, bool TakesSms, bool WantsSms, bool WantsNews)
{
    internal static ContactView Of(Reachable person, bool takesSms) => new(
        person.Person.Name,
        person.Person.Language,
        person.Email,
        person.Phone is { } phone ? PhoneNumber.Read(phone) is { IsOk: true, Value.Display: var display } ? display : phone : null,
        takesSms,
        person.Choices.NoSmsSince is null,
        person.Choices.NewsSince is not null);
}
