using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Benchmarks.Load;

/// <summary>
/// One person's browser without a window: signs in by the form, opens a page, and holds the page's circuit as Blazor's own script
/// does, over a WebSocket. It knows what the screen shows and can click, choose and type.
/// </summary>
internal sealed partial class HeadlessBrowser : IAsyncDisposable
{
    private const string Click =
        """{"type":"click","detail":1,"button":0,"buttons":0,"screenX":0,"screenY":0,"clientX":0,"clientY":0,"offsetX":"""
        + """0,"offsetY":0,"pageX":0,"pageY":0,"movementX":0,"movementY":0,"ctrlKey":"""
        + """false,"shiftKey":false,"altKey":false,"metaKey":false}""";

    private readonly Uri _address;
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _calls = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _answers;
    private HubConnection? _line;
    private long _interop;
    private int _lastCall;
    private (Func<Screen, bool> Shown, TaskCompletionSource Seen)? _awaited;

    /// <param name="address">Of the server.</param>
    /// <param name="answers">What the page's scripts answer, as JSON; a script that is not named answers null.</param>
    public HeadlessBrowser(Uri address, Dictionary<string, string>? answers = null)
    {
        (_address, _answers) = (address, answers ?? []);
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(2)
        };
    }

    public Screen Screen { get; } = new();

    /// <summary>Why the circuit ended, if it did.</summary>
    public string? Fault { get; private set; }

    /// <summary>Bytes of render batches that came over the line.</summary>
    public long Received { get; private set; }

    public async Task SignInAsync(string userName, string password)
    {
        var page = await _http.GetStringAsync(new Uri("/dang-nhap", UriKind.Relative));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = FormToken().Match(page).Groups[1].Value,
            ["Input.UserName"] = userName,
            ["Input.Password"] = password,
        });
        using var answer = await _http.PostAsync(new Uri("/dang-nhap", UriKind.Relative), form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{userName} was not signed in: {answer.StatusCode}");
        }
    }

    /// <summary>Loads a page and opens its circuit; returns when the screen shows what is asked for.</summary>
    public async Task OpenAsync(string path, Func<Screen, bool> shown)
    {
        var page = await _http.GetStringAsync(new Uri(path, UriKind.Relative));
        var markers = ComponentMarker()
            .Matches(page)
            .Select(m => JsonNode.Parse(m.Groups[1].Value)!.AsObject())
            .Where(m => (string?)m["type"] == "server")
            .ToList();
        if (markers.Count == 0)
        {
            throw new InvalidOperationException($"No page of components at {path}.");
        }

        var state = ApplicationState().Match(page).Groups[1].Value;
        var builder = new HubConnectionBuilder().WithUrl(new Uri(_address, "/_blazor"), o =>
        {
            o.Cookies = _cookies;
            o.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets;
        });
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        _line = builder.Build();
        _line.ServerTimeout = TimeSpan.FromMinutes(2);
        Listen(_line);
        await _line.StartAsync();
        if (string.IsNullOrEmpty(await _line.InvokeAsync<string?>(
            "StartCircuit", _address.ToString(), new Uri(_address, path).ToString(), "[]", state)))
        {
            throw new InvalidOperationException("No circuit.");
        }

        var operations = new JsonObject
        {
            ["batchId"] = 1,
            ["operations"] = new JsonArray([.. markers
                .Select((m, i) => (JsonNode)new JsonObject { ["type"] = "add", ["ssrComponentId"] = i + 1, ["marker"] = m })])
        };
        await UntilAsync(() => _line.SendAsync("UpdateRootComponents", operations.ToJsonString(), state), shown);
    }

    /// <summary>Clicks, and waits for the answer of the page and for the screen to show what is asked for.</summary>
    /// <returns>From the click to the changed screen.</returns>
    public Task<TimeSpan> ClickAsync(Node control, Func<Screen, bool> shown) =>
        DispatchAsync(control, "click", Click, shown);

    /// <summary>Chooses or types a value.</summary>
    public Task<TimeSpan> ChangeAsync(Node control, string value, Func<Screen, bool> shown) =>
        DispatchAsync(control, "change", new JsonObject { ["value"] = value }.ToJsonString(), shown);

    /// <summary>Follows a link inside the portal.</summary>
    public async Task<TimeSpan> GoAsync(string path, Func<Screen, bool> shown)
    {
        var watch = Stopwatch.StartNew();
        await UntilAsync(() => _line!.SendAsync("OnLocationChanged", new Uri(_address, path).ToString(), null, true), shown);
        return watch.Elapsed;
    }

    /// <summary>Tells the portal that somebody is there, as a page does while its person reads and scrolls.</summary>
    public async Task StayAsync()
    {
        using var word = new HttpRequestMessage(HttpMethod.Post, new Uri("/phien", UriKind.Relative));
        word.Headers.Add("X-Portal", "1");
        using var answer = await _http.SendAsync(word);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (_line is not null)
        {
            await _line.DisposeAsync();
        }

        _http.Dispose();
    }

    private async Task<TimeSpan> DispatchAsync(Node control, string name, string arguments, Func<Screen, bool> shown)
    {
        var handler = control.Event($"on{name}") ?? throw new InvalidOperationException($"<{control.Text}> does not listen to {name}.");
        var call = Interlocked.Increment(ref _lastCall).ToString(CultureInfo.InvariantCulture);
        var answered = _calls[call] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var descriptor = new JsonObject { ["eventHandlerId"] = handler, ["eventName"] = name, ["eventFieldInfo"] = null };
        var watch = Stopwatch.StartNew();
        await UntilAsync(() => _line!.SendAsync(
            "BeginInvokeDotNetFromJS", call, null, "DispatchEventAsync", _interop, $"[{descriptor.ToJsonString()},{arguments}]"), shown);
        var elapsed = watch.Elapsed;
        await answered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return elapsed;
    }

    private async Task UntilAsync(Func<Task> act, Func<Screen, bool> shown)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _awaited = (shown, seen);
        }

        await act();
        try
        {
            await seen.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"The screen did not change as awaited. {Fault} It shows: {Screen.Root.Inner()}", e);
        }
    }

    private void Listen(HubConnection line)
    {
        line.On<int, string>("JS.AttachComponent", (component, _) =>
        {
            lock (_lock)
            {
                Screen.Attach(component);
            }
        });
        line.On<int, byte[]>("JS.RenderBatch", (batch, bytes) => ShowAsync(line, batch, bytes));
        line.On<long, string, string, int, long, int>("JS.BeginInvokeJS",
            (call, script, arguments, _, _, _) => AnswerScriptAsync(line, call, script, arguments));
        line.On<string, bool, string>("JS.EndInvokeDotNet", (call, succeeded, result) => TakeAnswer(call, succeeded, result));
        line.On<string>("JS.Error", error => Fault = error);
        line.On<int>("JS.EndUpdateRootComponents", _ => { });
        line.Closed += error =>
        {
            Fault ??= error?.ToString() ?? "closed";
            return Task.CompletedTask;
        };
    }

    private async Task ShowAsync(HubConnection line, int batch, byte[] bytes)
    {
        try
        {
            lock (_lock)
            {
                Received += bytes.Length;
                Screen.Apply(bytes);
                if (_awaited is { } awaited && awaited.Shown(Screen))
                {
                    _awaited = null;
                    awaited.Seen.SetResult();
                }
            }

            await line.SendAsync("OnRenderCompleted", batch, null);
        }
        catch (Exception e)
        {
            Fault = e.ToString();
            throw;
        }
    }

    // The page's own scripts are not run: what they would answer is said beforehand.
    private async Task AnswerScriptAsync(HubConnection line, long call, string script, string arguments)
    {
        if (script == "Blazor._internal.attachWebRendererInterop")
        {
            _interop = JsonDocument.Parse(arguments).RootElement[1].GetProperty("__dotNetObject").GetInt64();
        }

        if (call != 0)
        {
            await line.SendAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,{_answers.GetValueOrDefault(script, "null")}]");
        }
    }

    private void TakeAnswer(string call, bool succeeded, string result)
    {
        if (!_calls.TryRemove(call, out var waiting))
        {
            return;
        }

        if (succeeded)
        {
            waiting.SetResult();
        }
        else
        {
            waiting.SetException(new InvalidOperationException(result));
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    [GeneratedRegex(@"<!--Blazor:(\{.*?\})-->")]
    private static partial Regex ComponentMarker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->")]
    private static partial Regex ApplicationState();
}
