// Measures the embedded task hub on one workload: start → step A → step B → wait for an event → timer of 1 s → step C → done.
// Run it in Release: dotnet run -c Release --project bench/Husrum.Bench -- MODE N
Console.Error.WriteLine(
    """
    usage: Husrum.Bench MODE [N]

      startup           process start to the first one-step workflow done
      latency           one workflow at a time, 20 workflows of 20 steps
      throughput N      N workflows at once, the event sent as soon as step B ran
      dormant N         N instances asleep on a 365-day timer, then latency among them
      dormant-restart N the same after a restart

    One JSON line per mode goes to standard output.
    """);
return 2;
