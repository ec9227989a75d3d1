using Husrum.Core.Register;

namespace Husrum.Core.Cases;

/// <summary>All cases of a person, as a staff member may see them.</summary>
public sealed class CaseStories
{
    private readonly IRegister _register;
    private readonly CaseProcesses _processes;

    internal CaseStories(IRegister register, CaseProcesses processes) => (_register, _processes) = (register, processes);

    /// <summary>The cases whose department the reader looks after, newest first.</summary>
    /// <param name="personId">Whose.</param>
    /// <param name="readerId">The reader: their own tasks have a way in.</param>
    /// <param name="sees">Which departments.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IReadOnlyList<CaseStory>> OfAsync(string personId, string readerId, Func<string, bool> sees, CancellationToken cancellation = default)
    {
        var stories = new List<CaseStory>();
        await foreach (var place in _register.QueryAsync<CasePlace>(CaseIndexes.OfPerson, CaseIndexes.PersonPrefix(personId), cancellation: cancellation))
        {
            if (await _processes[place.Value.Process].StoryAsync(place.Value.CaseId, readerId, cancellation) is { } story && sees(story.DepartmentId))
                stories.Add(story);
        }

        return [.. stories.OrderByDescending(story => story.Began).ThenBy(story => story.CaseId, StringComparer.Ordinal)];
    }
}
