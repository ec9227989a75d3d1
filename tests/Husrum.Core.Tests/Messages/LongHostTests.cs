using Husrum.Core.Gatherings;
using Husrum.Core.Links;
using Husrum.Core.Messages;
using Husrum.Core.Volunteers;

namespace Husrum.Core.Tests.Messages;

/// <summary>SMS are written for a host of up to 40 characters; beyond that one says which take two segments.</summary>
public sealed class LongHostTests
{
    [Fact]
    public void At_forty_characters_every_SMS_is_one_segment_and_at_a_hundred_each_is_named_with_how_much_too_long_it_is()
    {
        var catalogue = MessageCatalogue.Load([.. VolunteerServices.Specs, .. GatheringMessages.Specs]);
        catalogue.TooLongAt("https://" + new string('h', ShortLinks.LongestHost)).ShouldBeEmpty();
        var long_ = catalogue.TooLongAt("https://" + new string('h', 100));
        long_.ShouldContain(line => line.StartsWith("da/absence-fellow.sms.txt (+", StringComparison.Ordinal));
        long_.ShouldAllBe(line => line.Contains(".sms.txt (+", StringComparison.Ordinal));
    }
}
