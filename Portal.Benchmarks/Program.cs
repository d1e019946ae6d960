using BenchmarkDotNet.Running;
using Portal.Benchmarks;
using Portal.Benchmarks.Acts;
using Portal.Benchmarks.Load;

// dotnet run -c Release --project Portal.Benchmarks --
// runner | steps | inbox | search | items | reports | board | cycle | editor | canvas | start | load | first-load | acts | held | parts
switch (args.FirstOrDefault())
{
    case "runner":
        RunnerThroughput.Measure();
        break;
    case "steps":
        await StepThroughput.MeasureAsync();
        break;
    case "inbox":
        await InboxLatency.MeasureAsync(args.Length > 1
            ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)
            : 1_000_000);
        break;
    case "search":
        await SearchLatency.MeasureAsync(args.Length > 1
            ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)
            : 1_000_000);
        break;
    case "items":
        return await ItemRegister.MeasureAsync(Number(1, 100_000)) ? 0 : 1;
    case "reports":
        return await MonthlyReports.MeasureAsync() ? 0 : 1;
    case "board":
        return await AreaBoardLatency.MeasureAsync(args[1]) ? 0 : 1;
    case "cycle":
        await CycleLatency.MeasureAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 500);
        break;
    case "editor":
        EditorLatency.Measure();
        break;
    case "start":
        await ColdStart.MeasureAsync(args.ElementAtOrDefault(1));
        break;
    case "load":
        await LoadTest.MeasureAsync(args.ElementAtOrDefault(1), Number(2, 500), Number(3, 100), Number(4, 5));
        break;
    case "first-load":
        await FirstLoad.MeasureAsync(args.ElementAtOrDefault(1));
        break;
    case "acts":
        return await HumanCost.MeasureAsync(args.ElementAtOrDefault(1)) ? 0 : 1;
    case "canvas":
        return await CanvasSpeed.MeasureAsync(args.ElementAtOrDefault(1)) ? 0 : 1;
    case "held":
        return await HeldFile.MeasureAsync() ? 0 : 1;
    case "empty-page":
        await EmptyPage.ServeAsync(args[1]);
        break;
    case "parts":
        BenchmarkRunner.Run<RunnerParts>();
        break;
    default:
        Console.WriteLine(
            "runner | steps | inbox [cases] | search [cases] | items [items] | reports | board <a data folder> | cycle [areas] | editor | "
            + "start <folder of the published portal> | load <the same> [people] [acting] [minutes] | first-load <the same> | "
            + "acts <the same> | canvas <the same> | held | parts");
        break;
}

return 0;

int Number(int place, int otherwise) =>
    args.Length > place ? int.Parse(args[place], System.Globalization.CultureInfo.InvariantCulture) : otherwise;
