using System.Runtime.CompilerServices;
using Husrum.Core.Messages;
using Husrum.Core.Register;

namespace Husrum.Functions.Messages;

/// <summary>The messages there are, to look at. Reads only.</summary>
internal sealed class NoticeList(IRegister register)
{
    /// <summary>All, in the order of the moments they were written for.</summary>
    public IAsyncEnumerable<Stored<Notice>> AllAsync(CancellationToken cancellation = default) => InAsync(Partitions.NoticeIndex, cancellation);

    /// <summary>Those a person has to look at: failed, uncertain, held.</summary>
    public IAsyncEnumerable<Stored<Notice>> TroubledAsync(CancellationToken cancellation = default) => InAsync(Partitions.NoticeTroubleIndex, cancellation);

    /// <summary>The last so many, latest first.</summary>
    public async Task<IReadOnlyList<Stored<Notice>>> LatestAsync(int count, CancellationToken cancellation = default)
    {
        var places = new Queue<NoticePlace>();
        await foreach (var place in register.QueryAsync<NoticePlace>(Partitions.NoticeIndex, cancellation: cancellation))
        {
            places.Enqueue(place.Value);
            if (places.Count > count)
                places.Dequeue();
        }

        var notices = new List<Stored<Notice>>();
        foreach (var place in places.Reverse())
        {
            if (await register.GetAsync<Notice>(place.Partition, place.Row, cancellation) is { } notice)
                notices.Add(notice);
        }

        return notices;
    }

    private async IAsyncEnumerable<Stored<Notice>> InAsync(string index, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var place in register.QueryAsync<NoticePlace>(index, cancellation: cancellation))
        {
            if (await register.GetAsync<Notice>(place.Value.Partition, place.Value.Row, cancellation) is { } notice)
                yield return notice;
        }
    }
}
