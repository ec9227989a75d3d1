using Husrum.Core.HjemTilOs.Families;
using Husrum.Core.HjemTilOs.Referrals;

namespace Husrum.Core.HjemTilOs;

/// <summary>What follows elsewhere from where a family or a referral stands: a match that pauses, a year that ends. Called after every change, any number of times: it must find out for itself whether there is anything to do.</summary>
public interface IHjemTilOsFollower
{
    /// <summary>A family has changed.</summary>
    Task FollowAsync(FriendFamily family, CancellationToken cancellation);

    /// <summary>A referral has changed: above all, a consent may have been withdrawn (<see cref="ReferralState.ConsentWithdrawn"/>).</summary>
    Task FollowAsync(Referral referral, CancellationToken cancellation);
}

/// <summary>The followers, found when they are first needed: they may need the families and referrals themselves.</summary>
/// <param name="followers">All of them.</param>
public sealed class Followers(Lazy<IReadOnlyList<IHjemTilOsFollower>> followers)
{
    /// <summary>Tells all of a family.</summary>
    public async Task FollowAsync(FriendFamily family, CancellationToken cancellation)
    {
        foreach (var follower in followers.Value)
            await follower.FollowAsync(family, cancellation);
    }

    /// <summary>Tells all of a referral.</summary>
    public async Task FollowAsync(Referral referral, CancellationToken cancellation)
    {
        foreach (var follower in followers.Value)
            await follower.FollowAsync(referral, cancellation);
    }
}
