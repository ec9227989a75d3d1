using Husrum.Core.Register;

namespace Husrum.Core.People;

/// <summary>Finds and keeps people.</summary>
/// <param name="register">Where they are kept.</param>
/// <param name="ids">New people's ids.</param>
public sealed class PersonDirectory(IRegister register, Ids ids)
{
    /// <summary>The person, or null.</summary>
    public Task<Stored<Person>?> GetAsync(string personId, CancellationToken cancellation = default) =>
        register.GetAsync<Person>(Partitions.Person(personId), Person.Row, cancellation);

    /// <summary>The person with the ways to reach them, or null.</summary>
    public async Task<Reachable?> ReachAsync(string personId, CancellationToken cancellation = default)
    {
        var person = await GetAsync(personId, cancellation);
        if (person is null)
            return null;
        var email = await register.GetAsync<ContactPoint>(person.Partition, ContactPoint.EmailRow, cancellation);
        var phone = await register.GetAsync<ContactPoint>(person.Partition, ContactPoint.PhoneRow, cancellation);
        var choices = await register.GetAsync<ContactChoices>(person.Partition, ContactChoices.Row, cancellation);
        return new Reachable(person.Value, email?.Value.Value, phone?.Value.Value) { Choices = choices?.Value ?? new ContactChoices() };
    }

    /// <summary>Whose address it is, or null.</summary>
    public async Task<string?> FindByEmailAsync(string email, CancellationToken cancellation = default)
    {
        var owner = await register.GetAsync<EmailOwner>(Partitions.EmailIndex, EmailKey.IndexRow(email), cancellation);
        return owner is not null && await GetAsync(owner.Value.PersonId, cancellation) is not null ? owner.Value.PersonId : null;
    }

    /// <summary>
    /// The id of the person with this address; made with name, language and phone where there is none. One who exists is left as they are.
    /// Two at once get the same person: the index row, of which there can be one only, says who it is, and whoever finds it without the person behind it makes that person.
    /// </summary>
    public async Task<string> FindOrCreateByEmailAsync(string email, string name, string language, string? phone = null, CancellationToken cancellation = default)
    {
        var row = EmailKey.IndexRow(email);
        var owner = await register.GetAsync<EmailOwner>(Partitions.EmailIndex, row, cancellation);
        if (owner is null)
        {
            await register.CommitAsync(new RegisterBatch(Partitions.EmailIndex).Insert(row, new EmailOwner(ids.NewPerson())), cancellation);
            owner = await register.GetAsync<EmailOwner>(Partitions.EmailIndex, row, cancellation) ?? throw new InvalidOperationException("The address was removed while its person was being made.");
        }

        var personId = owner.Value.PersonId;
        if (await GetAsync(personId, cancellation) is not null)
            return personId;
        var batch = new RegisterBatch(Partitions.Person(personId))
            .Insert(Person.Row, new Person { Id = personId, Name = name.Trim(), Language = language })
            .Put(ContactPoint.EmailRow, new ContactPoint(EmailKey.Normal(email)));
        if (phone is not null)
            batch.Put(ContactPoint.PhoneRow, new ContactPoint(phone));
        await register.CommitAsync(batch, cancellation); // a conflict means that the other one made them
        return personId;
    }
}
