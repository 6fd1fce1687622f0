// One thread with one frame of each kind that the F# compiler gives a name of its own.
module Program

open System
open Shop

let wait () =
    Console.WriteLine "ready"
    Console.ReadLine() |> ignore

let links: ((unit -> unit) -> unit) list =
    [ fun next -> Orders.plain 5 next |> ignore
      fun next -> Orders.closure "a" next |> ignore
      fun next -> Orders.nested next
      fun next -> Orders.localFunction next
      fun next -> Orders.generic "text" next |> ignore
      fun next -> (match 1, next with Orders.Even -> () | Orders.Odd -> ())
      fun next -> Orders.matched (Square(2, "s")) next |> ignore
      fun next -> Orders.sequence next |> ignore
      fun next -> Orders.withTask "order" next
      fun next -> Orders.afterAwait "order" next
      fun next -> Orders.values next |> ignore
      fun next -> Orders.Inner.run next |> ignore
      fun next -> Nothing.Area next |> ignore
      fun next -> Cart("Ann").Add({ Id = 1; Name = "x" }, next)
      fun next -> Cart("Ann").Total <- next
      fun next -> Cart("Ann").Each next
      fun next -> Cart.Create next |> ignore
      fun next -> Cart("Ann") + next |> ignore
      fun next -> Orders.asynchronous "order" next ]

let rec run (rest: ((unit -> unit) -> unit) list) =
    match rest with
    | [] -> wait ()
    | first :: others -> first (fun () -> run others)

[<EntryPoint>]
let main arguments =
    run links
    0
